import { readContactedSoon, readOpenOf, type Act } from '@relance/db/queries';
import { postInvoices } from '../post-invoices.ts';
import type { Stage } from '../stage.ts';

/** The ledger takes back an overdue invoice about which a message is planned: its file says that nothing is left. */
export async function creditNote(stage: Stage, act: Act): Promise<string> {
  const { tx, organisationId } = stage;
  const [planned] = await readContactedSoon(tx, organisationId, act.at);
  const [other] = planned ? [planned] : await readOpenOf(tx, organisationId, { group: '2' });
  if (!other) return 'no invoice was overdue';
  await postInvoices(stage, act, [{ ...other, balance: 0 }]);
  return `credited ${other.number}`;
}
