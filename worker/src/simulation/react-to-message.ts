import type { DeliveredMessage, NewAct } from '@relance/db/queries';
import { replyText, type ReplyKind } from '@relance/db/seed';
import { behaviourOf } from './behaviour.ts';
import { businessDay, dayOf, instantOf, later, minutesAfter } from './days.ts';
import { draw } from './draw.ts';

const REASONS = ['quantity', 'price', 'quality', 'missing-document'] as const;
const ABSENT = 1 / 12;
const FORMALITY = 2;

/**
 * What a debtor does about a message that really reached it: one act, `nothing` where it does not care. What was delivered
 * before `reactsFrom` is answered on the first mornings after it.
 */
export function reactToMessage(
  message: DeliveredMessage,
  { seed, now, reactsFrom }: { seed: number; now: string; reactsFrom: string },
): NewAct {
  const { id, ref, group, traits, at, debtorId, tone, before, invoiceIds, language } = message;
  const chance = draw(seed, 'message', ref, at);
  const share = chance.next();
  const from = dayOf(later(at, reactsFrom));
  const minutes = chance.between(0, 90);
  const after = (days: number): string => later(instantOf(businessDay(from, days), '10:00', minutes), now);
  const common = { key: `message/${id}`, debtorId };
  const pay = (instant: string, more: Record<string, unknown> = {}): NewAct => ({
    ...common,
    at: instant,
    kind: 'pay',
    data: { invoiceIds, ...more },
  });
  const answer = (instant: string, text: ReplyKind): NewAct => ({
    ...common,
    at: instant,
    kind: 'reply',
    data: { text: replyText(text, language), messageId: id, reply: text === 'absence' ? 'absence' : 'reply' },
  });
  if (tone === 0) return nothing(common, at);
  switch (behaviourOf(group, traits).onMessage) {
    case 'pays':
      return pay(after(1 + Math.floor(share * 3)));
    case 'pays-at-once':
      return pay(after(1));
    case 'pays-half-late':
      return tone >= FORMALITY && share < 0.5 ? pay(after(2)) : nothing(common, at);
    case 'disputes':
      if (before === 0) return answer(after(1 + Math.floor(share * 2)), REASONS[Number(traits['index'])] ?? 'quantity');
      return pay(after(3), { share: 0.6 });
    case 'instalments':
      return before === 0 ? answer(after(1), 'instalments') : nothing(common, at);
    case 'over-indebted':
      return before === 0 ? answer(after(1), 'over-indebted') : nothing(common, at);
    case undefined:
      break;
  }
  // payers on their own date and silent ones do not care; a few mailboxes answer by themselves
  if (group !== '2' && share < ABSENT) return answer(later(minutesAfter(at, 4), now), 'absence');
  return nothing(common, at);
}

function nothing(common: { key: string; debtorId: string }, at: string): NewAct {
  return { ...common, at, kind: 'nothing', data: {} };
}
