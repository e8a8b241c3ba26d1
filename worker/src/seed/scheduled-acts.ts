import type { NewAct } from '@relance/db/queries';
import { replyText } from '@relance/db/seed';
import { Temporal } from 'temporal-polyfill';
import { dayAfter, instantOn } from './instant-on.ts';
import type { Life } from './live-through.ts';

const INSOLVENT = 12;
const MONDAY = 1;

/** What happens on its day whatever anybody does. */
export function scheduledActs({ portfolio, ledger }: Life): NewAct[] {
  const { firstDay, debtors, withoutOrder } = portfolio;
  const insolvent = debtors.find(({ group }) => group === INSOLVENT);
  const act = (day: number, time: string, kind: string, more: Partial<NewAct> = {}): NewAct => ({
    key: `${kind}/${dayAfter(firstDay, day)}`,
    at: instantOn(firstDay, day, time),
    kind,
    data: {},
    ...more,
  });
  const judgment = { text: replyText('insolvency', 'fr'), reply: 'reply' };
  return [
    act(2, '10:00', 'overpay'),
    act(3, '07:00', 'credit-note'),
    act(4, '08:45', 'just-before'),
    act(nextMonday(firstDay), '07:30', 'new-invoices'),
    act(9, '09:10', 'reply', {
      key: 'judgment',
      debtorId: (insolvent && ledger.debtors.get(insolvent)) ?? null,
      data: judgment,
    }),
    act(10, '10:00', 'pay-run', { data: { held: withoutOrder } }),
  ];
}

/** Days from the first one until the next Monday. */
function nextMonday(firstDay: string): number {
  return 7 + MONDAY - Temporal.PlainDate.from(firstDay).dayOfWeek;
}
