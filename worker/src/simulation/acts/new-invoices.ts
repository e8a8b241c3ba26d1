import { planActs, readBillable, type Act, type Billable } from '@relance/db/queries';
import { GROUPS } from '@relance/db/seed';
import { dayOf, daysAfter, instantOf } from '../days.ts';
import { draw } from '../draw.ts';
import { postInvoices, type PostedInvoice } from '../post-invoices.ts';
import type { Stage } from '../stage.ts';

const EACH_WEEK = 12;
const WEEK = 7;

/** Each Monday the ledger brings twelve new invoices, by file as any ledger does. */
export async function newInvoices(stage: Stage, act: Act): Promise<string> {
  const { tx, organisationId, seed } = stage;
  const today = dayOf(act.at);
  const chance = draw(seed, 'new-invoices', today);
  const debtors = await readBillable(tx, organisationId);
  const chosen = chance.shuffle(debtors).slice(0, EACH_WEEK);
  const numbers = new Map<string, number>();
  const invoices = chosen.map((debtor): PostedInvoice => {
    const group = GROUPS.find(({ no }) => String(no) === debtor.group);
    const [least, most] = group?.amounts ?? [30_000, 600_000];
    const total = chance.between(least, most);
    return {
      ...debtor,
      number: numberOf(debtor, today, numbers),
      issueDate: today,
      dueDate: daysAfter(today, group?.termDays ?? 30),
      total,
      balance: total,
    };
  });
  await postInvoices(stage, act, invoices);
  const next = daysAfter(today, WEEK);
  await planActs(tx, organisationId, [
    { key: `new-invoices/${next}`, at: instantOf(next, '07:30'), kind: act.kind, data: {} },
  ]);
  return `${invoices.length} new invoices`;
}

/** The next of its ledger's series: `AL-2026-0412`. */
function numberOf({ lastNumber }: Billable, today: string, taken: Map<string, number>): string {
  const [prefix = 'AL', , last = '0'] = lastNumber.split('-');
  const series = `${prefix}-${today.slice(0, 4)}`;
  const next = (taken.get(series) ?? (lastNumber.startsWith(series) ? Number(last) : 0)) + 1;
  taken.set(series, next);
  return `${series}-${String(next).padStart(4, '0')}`;
}
