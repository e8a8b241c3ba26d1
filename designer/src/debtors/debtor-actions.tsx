import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, IconButton, Menu, useShortcuts, type MenuItem } from '../ui/index.ts';
import { DebtorActDialog, type DebtorAct } from './debtor-act-dialog.tsx';
import { DebtorIdentityDialog } from './debtor-identity-dialog.tsx';
import type { DebtorSheet } from './debtor.ts';

/** What a person can do to a debtor and to all its follow-ups at once; each act asks for its reason. */
export function DebtorActions({ it }: { it: DebtorSheet }) {
  const { t } = useI18n();
  const [act, setAct] = useState<DebtorAct | 'identity' | null>(null);
  const cases = useQuery(trpc.enrolments.list.queryOptions({ debtorId: it.id, limit: 20 })).data?.items;
  const going = cases?.filter(({ status }) => status !== 'ended') ?? [];
  const held = going.some(({ status }) => status === 'held');
  const hold = () => setAct('hold');
  useShortcuts(going.length > 0 ? [{ keys: 'h', label: t('debtors.act.hold'), group: 'page', run: hold }] : []);
  const entry = (type: DebtorAct, icon: 'play' | 'stop' | 'eye' | 'eye-off'): MenuItem => ({
    label: t(`debtors.act.${type}`),
    icon,
    danger: type === 'cancel',
    onSelect: () => setAct(type),
  });
  return (
    <div className="record-acts">
      {going.length > 0 && (
        <Button icon="pause" keys="H" onClick={hold}>
          {t('debtors.act.hold')}
        </Button>
      )}
      <Menu
        label={t('common.more')}
        trigger={<IconButton icon="more" label={t('common.more')} />}
        items={[
          { label: t('debtors.act.identity'), icon: 'edit', onSelect: () => setAct('identity') },
          ...(held ? [entry('resume', 'play')] : []),
          it.excluded ? entry('include', 'eye') : entry('exclude', 'eye-off'),
          ...(going.length > 0 ? [entry('cancel', 'stop')] : []),
        ]}
      />
      {act === 'identity' && <DebtorIdentityDialog it={it} onClose={() => setAct(null)} />}
      {act && act !== 'identity' && <DebtorActDialog act={act} debtorId={it.id} onClose={() => setAct(null)} />}
    </div>
  );
}
