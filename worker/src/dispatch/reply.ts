import { realDelay, type Standing } from '@relance/db/queries';
import type { StepReply } from '@relance/workflows/contract';

export type DispatchReply = StepReply & { deliver: string[] };

/** To a run that looks after nothing any more. */
export const NOBODY: DispatchReply = {
  done: true,
  wakeInMs: null,
  summary: 'looked after by another run',
  deliver: [],
};

/** Time until a provider that could not be asked about an attempt is asked again. */
const ASK_AGAIN_MS = 30_000;

/** The reply to a run, read from the rows as they are now. */
export function replyOf({ contacts, pending, clock }: Standing): DispatchReply {
  const deliver = pending
    .filter(({ status, reason, leaseMs }) => status === 'reserved' && reason === null && leaseMs > 0)
    .map(({ id }) => id);
  const slots = contacts.flatMap(({ status, slotAt }) => (status === 'planned' && slotAt !== null ? [slotAt] : []));
  // what is ripe while a message is under way is decided when that one is settled
  const times = slots.filter((slot) => pending.length === 0 || Date.parse(slot) > Date.parse(clock.now));
  const delays = [
    ...times.map((slot) => realDelay(clock, slot)),
    ...pending.map(({ leaseMs }) => (leaseMs > 0 ? leaseMs : ASK_AGAIN_MS)),
  ].filter((delay) => delay !== null);
  const waiting = contacts.filter(({ waitingFor }) => waitingFor !== null).length;
  return {
    done: slots.length === 0 && pending.length === 0,
    wakeInMs: delays.length === 0 ? null : Math.min(...delays),
    summary: summaryOf(slots, pending.length, waiting),
    deliver,
  };
}

function summaryOf(slots: readonly string[], pending: number, waiting: number): string {
  const [next] = slots.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return (
    [
      pending > 0 ? `messages under way: ${pending}` : '',
      next === undefined ? '' : `next message until ${next}`,
      waiting > 0 ? `waiting for a person: ${waiting}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'nothing planned'
  );
}
