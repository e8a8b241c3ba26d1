import { useState } from 'react';
import type { Invoice } from '../debtors/debtor.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, IconButton, Menu, useShortcuts, type MenuItem } from '../ui/index.ts';
import { InvoiceActDialog, type InvoiceAct } from './invoice-act-dialog.tsx';

/** What a person can do to one invoice; each act asks for its reason. `held`: its follow-up stands still. */
export function InvoiceActions({ it, held }: { it: Invoice; held: boolean }) {
  const { t } = useI18n();
  const [act, setAct] = useState<InvoiceAct | null>(null);
  const mayDispute = it.status === 'open' && it.dispute === null;
  const dispute = () => setAct('dispute');
  useShortcuts(mayDispute ? [{ keys: 'l', label: t('invoices.act.dispute'), group: 'page', run: dispute }] : []);
  const entry = (type: InvoiceAct, icon: 'play' | 'pause' | 'eye' | 'eye-off'): MenuItem => ({
    label: t(`invoices.act.${type}`),
    icon,
    onSelect: () => setAct(type),
  });
  return (
    <div className="record-acts">
      {mayDispute && (
        <Button icon="warn" keys="L" onClick={dispute}>
          {t('invoices.act.dispute')}
        </Button>
      )}
      {it.dispute && (
        <Button icon="check" onClick={() => setAct('settle-dispute')}>
          {t('invoices.act.settle-dispute')}
        </Button>
      )}
      <Menu
        label={t('common.more')}
        trigger={<IconButton icon="more" label={t('common.more')} />}
        items={[
          ...(it.enrolmentId && !held ? [entry('hold', 'pause')] : []),
          ...(it.enrolmentId && held ? [entry('resume', 'play')] : []),
          it.excluded ? entry('include', 'eye') : entry('exclude', 'eye-off'),
        ]}
      />
      {act && <InvoiceActDialog act={act} it={it} onClose={() => setAct(null)} />}
    </div>
  );
}
