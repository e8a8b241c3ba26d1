import type { NewAct, OwnInvoice } from '@relance/db/queries';
import { behaviourOf } from './behaviour.ts';
import { businessDay, dayOf, daysAfter, instantOf } from './days.ts';
import { draw } from './draw.ts';

const CATCH_UP_DAYS = 12;

/** When a debtor that pays on its own date pays an invoice; one that it should have paid already comes within some days. */
export function ownPayment(invoice: OwnInvoice, { seed, now }: { seed: number; now: string }): NewAct {
  const { id, number, dueDate, group, traits, debtorId } = invoice;
  const { ownDate: [from, to] = [0, 0], silentShare = 0, short = 0 } = behaviourOf(group, traits);
  const chance = draw(seed, 'invoice', number);
  const wanted = daysAfter(dueDate, chance.between(from, to));
  const today = dayOf(now);
  const day = wanted > today ? businessDay(wanted, 0) : businessDay(today, chance.between(1, CATCH_UP_DAYS));
  return {
    key: `invoice/${id}`,
    at: instantOf(day, '09:00', chance.between(5, 180)),
    kind: 'pay',
    debtorId,
    data: { invoiceIds: [id], short, silent: chance.next() < silentShare },
  };
}
