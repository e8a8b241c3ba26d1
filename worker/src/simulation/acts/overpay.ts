import { readOpenOf, type Act } from '@relance/db/queries';
import { transfer } from '../transfer.ts';
import type { Stage } from '../stage.ts';

/** A regular debtor pays its next invoice, and too much. */
export async function overpay(stage: Stage, act: Act): Promise<string> {
  const [first] = await readOpenOf(stage.tx, stage.organisationId, { group: '1' });
  if (!first) return 'nobody of the regular ones owes anything';
  return transfer(stage, act, { invoiceIds: [first.id], extra: 10_000 });
}
