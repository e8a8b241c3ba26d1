import type { WorkflowKind } from '@relance/workflows/contract';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { outbox } from '../schema/index.ts';

/** Leaves work for the relay in the transaction that makes it; the same row twice is one poke. */
export async function poke(tx: Tx, organisationId: string, kind: WorkflowKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // ascending, so that two transactions that poke the same rows take their locks in one order
  const rows = [...new Set(ids)].sort().map((id) => ({ kind, id, orgId: organisationId }));
  await tx
    .insert(outbox)
    .values(rows)
    .onConflictDoUpdate({ target: [outbox.kind, outbox.id], set: { recordedAt: sql`now()` } });
}
