import { planActs, readContactedSoon, type Act } from '@relance/db/queries';
import { dayOf, instantOf, minutesAfter } from '../days.ts';
import { transfer } from '../transfer.ts';
import type { Stage } from '../stage.ts';

const LOOK_AGAIN_MINUTES = 15;

/** One minute before a reminder would leave its invoice is paid: the reminder does not leave, and says why. */
export async function justBefore(stage: Stage, act: Act): Promise<string> {
  const { tx, organisationId } = stage;
  const [next] = await readContactedSoon(tx, organisationId, act.at);
  const today = dayOf(act.at);
  if (next && dayOf(next.slotAt) === today) {
    const at = minutesAfter(next.slotAt, -1);
    return transfer(stage, { ...act, at: at < act.at ? act.at : at }, { invoiceIds: [next.id] });
  }
  const again = minutesAfter(act.at, LOOK_AGAIN_MINUTES);
  if (again > instantOf(today, '17:00')) return 'nothing was to leave on that day';
  await planActs(tx, organisationId, [{ ...act, key: `just-before/${again}`, at: again }]);
  return 'looks again';
}
