import { planActs, readContactedSoon, type Act } from '@relance/db/queries';
import { dayOf, instantOf, minutesAfter } from '../days.ts';
import { transfer } from '../transfer.ts';
import type { Stage } from '../stage.ts';

const LOOK_AGAIN_MINUTES = 15;

/** One minute before a reminder would leave its invoice is paid: the reminder does not leave, and says why. */
export async function justBefore(stage: Stage, act: Act): Promise<string> {
  const { tx, organisationId } = stage;
  // what is to leave between the last look and this one has not left yet: the clock does both in one go
  const [next] = await readContactedSoon(tx, organisationId, minutesAfter(act.at, -LOOK_AGAIN_MINUTES));
  const today = dayOf(act.at);
  if (next && dayOf(next.slotAt) === today) {
    return transfer(stage, { ...act, at: minutesAfter(next.slotAt, -1) }, { invoiceIds: [next.id] });
  }
  const again = minutesAfter(act.at, LOOK_AGAIN_MINUTES);
  if (again > instantOf(today, '17:00')) return 'nothing was to leave on that day';
  await planActs(tx, organisationId, [{ key: `just-before/${again}`, at: again, kind: act.kind, data: {} }]);
  return 'looks again';
}
