import { planActs, readOpenOf, type Act } from '@relance/db/queries';
import { PAY_RUN_GROUP } from '../behaviour.ts';
import { businessDay, dayOf, daysAfter, instantOf } from '../days.ts';
import { transfer } from '../transfer.ts';
import type { Stage } from '../stage.ts';

const RUN_DAYS = 15;

/** Key accounts pay what is due, in one transfer each, but for invoices without their order number. */
export async function payRun(stage: Stage, act: Act): Promise<string> {
  const { tx, organisationId } = stage;
  const today = dayOf(act.at);
  const due = await readOpenOf(tx, organisationId, { group: PAY_RUN_GROUP, dueBy: today });
  const { held = [] } = act.data as { held?: string[] };
  const payable = due.filter(({ number }) => !held.includes(number));
  await planActs(tx, organisationId, [
    {
      key: `pay-run/${today}`,
      at: instantOf(businessDay(daysAfter(today, RUN_DAYS), 0), '10:00'),
      kind: act.kind,
      data: act.data,
    },
  ]);
  if (payable.length === 0) return 'nothing was due';
  return transfer(stage, act, { invoiceIds: payable.map(({ id }) => id) });
}
