import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { entity, organisation } from '../schema/index.ts';
import { usableAddress } from './usable-address.ts';

/** Lets one import at a time write into an organisation's ledger, until the end of the transaction. */
export async function lockImports(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports/${organisationId}`}, 0))`);
}

/** Whether another list of open items of that entity is being written: one at a time, else each closes what the other lists. */
export async function isListBeingWritten(
  tx: Tx,
  organisationId: string,
  { importId, entityId }: { importId: string; entityId: string },
): Promise<boolean> {
  const { rows } = await tx.execute<{ busy: boolean }>(sql`
    select exists (
      select 1 from import
      where org_id = ${organisationId} and id <> ${importId} and open_items and not dry_run and status = 'running'
        and stage = 'weighed' and detected->'options'->>'entityId' = ${entityId}) as busy`);
  return rows[0]?.busy ?? false;
}

/** What a file is read by where it says nothing itself. Entities: oldest first. */
export async function readHabits(
  tx: Tx,
  organisationId: string,
): Promise<{ country: string; currency: string; entityIds: string[] }> {
  const [row] = await tx
    .select({ country: organisation.country, currency: organisation.currency })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (!row) throw new Error(`there is no organisation ${organisationId}`);
  const entities = await tx
    .select({ id: entity.id })
    .from(entity)
    .where(eq(entity.orgId, organisationId))
    .orderBy(asc(entity.id));
  return { ...row, entityIds: entities.map((each) => each.id) };
}

/**
 * Of these debtors, the ones that owe something and cannot be written to. A difference of two sets: asked debtor by debtor,
 * the planner, which has seen nothing of what a file has just brought, reads all open invoices for each of them.
 */
export async function debtorsWithoutAddress(
  tx: Tx,
  organisationId: string,
  debtorIds: readonly string[],
): Promise<string[]> {
  const ids = sql.param(debtorIds);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select debtor_id as id from invoice
    where org_id = ${organisationId} and debtor_id = any(${ids}::uuid[]) and status = 'open' and balance > 0
    except
    select debtor_id from person p
    where org_id = ${organisationId} and debtor_id = any(${ids}::uuid[]) and ${usableAddress}`);
  return rows.map((row) => row.id);
}
