import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Banner, Dialog, ErrorState, Field, TextInput } from '../ui/index.ts';
import { useSession } from '../session/use-session.ts';
import { useSending } from './use-sending.ts';

/** Says how many messages would leave to how many debtors before sending is turned on. */
export function StartSendingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { organisation } = useSession();
  const sending = useSending();
  const [reason, setReason] = useState('');
  const held = useQuery(trpc.organisation.sending.queryOptions(undefined, { staleTime: 0 }));
  const { messages, debtors } = held.data?.heldBack ?? { messages: 0, debtors: 0 };
  const says = !held.data
    ? t('organisation.start.counting')
    : messages === 0
      ? t('organisation.start.none')
      : t('organisation.start.leave', { count: messages, debtors: t('common.debtors', { count: debtors }) });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('organisation.start.title')}
      description={says}
      act={{
        label: t('organisation.start.act'),
        busy: sending.busy,
        disabledReason: held.data ? undefined : t('organisation.start.counting'),
        run: () => sending.start(reason.trim(), onClose),
      }}
    >
      {held.error && <ErrorState error={held.error} onRetry={() => void held.refetch()} />}
      {!organisation.sandbox && held.data?.wayOut === 'mailbox' && (
        <Banner tone="warn" title={t('organisation.start.catcher')} />
      )}
      <p className="text-text-2">{t('organisation.start.guards')}</p>
      <Field label={t('organisation.start.reason')} aside={t('common.optional')}>
        <TextInput value={reason} onChange={setReason} maxLength={500} />
      </Field>
    </Dialog>
  );
}
