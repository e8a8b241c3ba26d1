import type { Tx } from '../client.ts';
import { audit } from '../schema/index.ts';

export type AuditEntry = Omit<typeof audit.$inferInsert, 'id' | 'recordedAt' | 'orgId'>;

/** Appends to the audit log, with the change it tells of. Long lists are written in batches. */
export async function appendAudit(tx: Tx, organisationId: string, entries: readonly AuditEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += 1_000) {
    const batch = entries.slice(from, from + 1_000);
    await tx.insert(audit).values(batch.map((entry) => ({ ...entry, orgId: organisationId })));
  }
}
