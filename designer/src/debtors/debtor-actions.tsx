import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, IconButton, Menu, useShortcuts } from '../ui/index.ts';
import { DebtorActDialog, type DebtorAct } from './debtor-act-dialog.tsx';

/** What a person can do to all follow-ups of a debtor at once; each act asks for its reason. */
export function DebtorActions({ debtorId }: { debtorId: string }) {
  const { t } = useI18n();
  const [act, setAct] = useState<DebtorAct | null>(null);
  const cases = useQuery(trpc.enrolments.list.queryOptions({ debtorId, limit: 20 })).data?.items;
  const going = cases?.filter(({ status }) => status !== 'ended') ?? [];
  const held = going.some(({ status }) => status === 'held');
  const hold = () => setAct('hold');
  useShortcuts(going.length > 0 ? [{ keys: 'h', label: t('debtors.act.hold'), group: 'page', run: hold }] : []);
  if (going.length === 0) return null;
  return (
    <div className="record-acts">
      <Button icon="pause" keys="H" onClick={hold}>
        {t('debtors.act.hold')}
      </Button>
      <Menu
        label={t('common.more')}
        trigger={<IconButton icon="more" label={t('common.more')} />}
        items={[
          ...(held
            ? [{ label: t('debtors.act.resume'), icon: 'play' as const, onSelect: () => setAct('resume') }]
            : []),
          { label: t('debtors.act.cancel'), icon: 'stop', danger: true, onSelect: () => setAct('cancel') },
        ]}
      />
      {act && <DebtorActDialog act={act} debtorId={debtorId} onClose={() => setAct(null)} />}
    </div>
  );
}
