import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { entity, organisation } from '../schema/index.ts';

/** Lets one import at a time write into an organisation's ledger, until the end of the transaction. */
export async function lockImports(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports/${organisationId}`}, 0))`);
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

/** Of these debtors, the ones that owe something and cannot be written to. */
export async function debtorsWithoutAddress(
  tx: Tx,
  organisationId: string,
  debtorIds: readonly string[],
): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from debtor d
    where org_id = ${organisationId} and id = any(${sql.param(debtorIds)}::uuid[])
      and exists (select 1 from invoice i where i.debtor_id = d.id and i.status = 'open' and i.balance > 0)
      and not exists (
        select 1 from person p
        where p.debtor_id = d.id and p.email is not null and btrim(p.email) <> '' and p.email_status = 'usable')`);
  return rows.map((row) => row.id);
}
