import type { RunRef, WorkflowKind } from '@relance/workflows/contract';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

const ROWS = {
  enrolment: { table: sql.identifier('enrolment'), key: sql.identifier('id') },
  debtor: { table: sql.identifier('debtor'), key: sql.identifier('id') },
  import: { table: sql.identifier('import'), key: sql.identifier('id') },
  organisation: { table: sql.identifier('clock'), key: sql.identifier('org_id') },
} as const satisfies Record<WorkflowKind, unknown>;

/**
 * Whether that run is the one that looks after the row. A run's first step writes its id there; a later step of a run
 * that is no longer named is stale and has nothing to do. Null: a caller outside Temporal, always right.
 */
export async function claimRun(tx: Tx, kind: WorkflowKind, id: string, run: RunRef | null): Promise<boolean> {
  if (run === null) return true;
  const { table, key } = ROWS[kind];
  if (run.first) {
    await tx.execute(
      sql`update ${table} set run_id = ${run.id} where ${key} = ${id} and run_id is distinct from ${run.id}`,
    );
    return true;
  }
  const { rows } = await tx.execute<{ run_id: string | null }>(sql`select run_id from ${table} where ${key} = ${id}`);
  const [row] = rows;
  return row !== undefined && (row.run_id === null || row.run_id === run.id);
}
