import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { account, debtor, debtorMerge, entity, invoice } from '../schema/index.ts';

/** The references of these debtors in the ledgers of the entities. */
export function readAccounts(tx: Tx, organisationId: string, debtorIds: readonly string[]) {
  return tx
    .select({ debtorId: account.debtorId, entityId: account.entityId, entityName: entity.name, ref: account.ref })
    .from(account)
    .innerJoin(entity, eq(entity.id, account.entityId))
    .where(and(eq(account.orgId, organisationId), inArray(account.debtorId, [...debtorIds])))
    .orderBy(asc(entity.name), asc(account.ref));
}

/** Debtors that turned out to be this one and still are, newest first. */
export function readMerges(tx: Tx, organisationId: string, debtorId: string) {
  return tx
    .select({
      id: debtorMerge.id,
      merged: { id: debtor.id, name: debtor.name, externalRef: debtor.externalRef },
      reason: debtorMerge.reason,
      actor: debtorMerge.actor,
      at: debtorMerge.at,
    })
    .from(debtorMerge)
    .innerJoin(debtor, eq(debtor.id, debtorMerge.mergedId))
    .where(and(eq(debtorMerge.orgId, organisationId), eq(debtorMerge.keptId, debtorId), isNull(debtorMerge.undoneAt)))
    .orderBy(desc(debtorMerge.id));
}

/** How many invoices of these debtors are open, by debtor; none: not named. */
export async function countOpenInvoices(
  tx: Tx,
  organisationId: string,
  debtorIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ debtorId: invoice.debtorId, count: sql<number>`count(*)::int` })
    .from(invoice)
    .where(
      and(eq(invoice.orgId, organisationId), inArray(invoice.debtorId, [...debtorIds]), eq(invoice.status, 'open')),
    )
    .groupBy(invoice.debtorId);
  return new Map(rows.map(({ debtorId, count }) => [debtorId, count]));
}
