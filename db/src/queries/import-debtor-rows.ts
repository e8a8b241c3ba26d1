import type { Tx } from '../client.ts';
import { writeDebtors } from './import-debtors.ts';
import type { Batch, InvoicesApplied } from './import-batch.ts';
import type { ImportedDebtor } from './import-row.ts';

/** Brings the debtors of one entity's ledger up to what the lines of a file say. */
export async function applyDebtors(
  tx: Tx,
  organisationId: string,
  batch: Batch<ImportedDebtor>,
): Promise<InvoicesApplied> {
  const rows = batch.rows.map((row) => row.data);
  const { byRef, outcomes, addressed } = await writeDebtors(tx, organisationId, batch.entityId, rows, batch);
  const lines = (outcome: (typeof outcomes)[number]): number => outcomes.filter((each) => each === outcome).length;
  const touched = rows.filter((_, index) => outcomes[index] !== 'unchanged');
  return {
    created: lines('created'),
    updated: lines('updated'),
    unchanged: lines('unchanged'),
    rejections: [],
    debtorIds: [...new Set(touched.map((row) => byRef.get(row.debtorRef)?.debtorId ?? ''))],
    addressed,
  };
}
