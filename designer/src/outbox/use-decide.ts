import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { toast } from '../ui/index.ts';
import type { OutboxAct } from './outbox-act.ts';

type Done = Outputs['outbox']['send'];

/** Sends, sets aside and drops planned messages, and says how many did as they were told. */
export function useDecide(onDone: (act: OutboxAct) => void) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const { sending } = useSession().organisation;
  const told = (kind: 'sent' | 'sent-off' | 'held' | 'dropped') => async (done: Done) => {
    const words = [t(`outbox.done.${kind}`, { count: done.contacts })];
    if (done.gone.length > 0) words.push(t('outbox.done.gone', { count: done.gone.length }));
    toast(words.join(' '), kind === 'sent-off' || done.gone.length > 0 ? { tone: 'warn' } : {});
    await Promise.all(
      [trpc.outbox, trpc.tasks, trpc.enrolments, trpc.debtors].map((group) =>
        queryClient.invalidateQueries({ queryKey: group.pathKey() }),
      ),
    );
  };
  const send = useMutation(trpc.outbox.send.mutationOptions({ onSuccess: told(sending ? 'sent' : 'sent-off') }));
  const hold = useMutation(trpc.outbox.hold.mutationOptions({ onSuccess: told('held') }));
  const drop = useMutation(trpc.outbox.drop.mutationOptions({ onSuccess: told('dropped') }));
  const of = ({ contactIds }: OutboxAct) => ({ contactIds: [...contactIds] });
  const after = (act: OutboxAct) => ({ onSuccess: () => onDone(act) });
  return {
    send: (act: OutboxAct) => send.mutate(of(act), after(act)),
    hold: (act: OutboxAct, reason: string, until: string | null) =>
      hold.mutate({ ...of(act), reason, ...(until !== null && { until }) }, after(act)),
    drop: (act: OutboxAct, reason: string) => drop.mutate({ ...of(act), reason }, after(act)),
    busy: send.isPending || hold.isPending || drop.isPending,
    error: send.error ?? hold.error ?? drop.error,
    /** Forgets what was refused before. */
    clear: () => [send, hold, drop].forEach(({ reset }) => reset()),
  };
}

export type Decide = ReturnType<typeof useDecide>;
