import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, debtorMerge } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { lockBelowDebtor, type DebtorRow } from './debtor-lock.ts';
import { poke } from './outbox.ts';
import { releaseReserved } from './release-reserved.ts';
import { rekeyTasks } from './task.ts';

export type DebtorMerge = typeof debtorMerge.$inferSelect;

export async function findMerge(tx: Tx, organisationId: string, id: string): Promise<DebtorMerge | undefined> {
  const [row] = await tx
    .select()
    .from(debtorMerge)
    .where(and(eq(debtorMerge.orgId, organisationId), eq(debtorMerge.id, id)));
  return row;
}

export interface Unmerging {
  merge: DebtorMerge;
  kept: DebtorRow;
  merged: DebtorRow;
  reason: string;
  actor: string;
  /** Organisation's time. */
  at: string;
}

/**
 * Makes two of one again. Accounts go back with all that has come to them meanwhile; what speaks of both (a message, a
 * shared task, a payment) stays with the kept one. The caller has locked both.
 */
export async function unmergeDebtors(tx: Tx, organisationId: string, unmerging: Unmerging): Promise<void> {
  const { merge, kept, merged, reason, actor, at } = unmerging;
  await lockBelowDebtor(tx, organisationId, kept.id);
  await releaseReserved(tx, organisationId, kept.id, at);
  await moveBack(tx, organisationId, merge);
  const tasks = await tx.execute<{ id: string }>(sql`
    select id from task where org_id = ${organisationId} and debtor_id in (${kept.id}, ${merged.id}) and status = 'open'`);
  await takeBackFilled(tx, merge, kept, merged);
  await tx.update(debtor).set({ mergedInto: null }).where(eq(debtor.id, merged.id));
  const before = merge.moved['debtor'] ?? [];
  if (before.length > 0) {
    await tx
      .update(debtor)
      .set({ mergedInto: merged.id })
      .where(and(inArray(debtor.id, before), eq(debtor.mergedInto, kept.id)));
  }
  await rekeyTasks(
    tx,
    organisationId,
    tasks.rows.map(({ id }) => id),
  );
  await tx.update(debtorMerge).set({ undoneAt: at, undoneBy: actor }).where(eq(debtorMerge.id, merge.id));
  const common = { at, actor, reason, ref: merge.id, kind: 'debtor-unmerged' };
  await appendAudit(tx, organisationId, [
    { ...common, debtorId: kept.id, data: { name: merged.name } },
    { ...common, debtorId: merged.id, data: { name: kept.name } },
  ]);
  await poke(tx, organisationId, 'debtor', [kept.id, merged.id]);
}

async function moveBack(tx: Tx, organisationId: string, { keptId, mergedId, moved }: DebtorMerge): Promise<void> {
  const listed = (table: string) => sql`any(${sql.param(moved[table] ?? [])}::uuid[])`;
  const back = sql`set debtor_id = ${mergedId} where org_id = ${organisationId} and debtor_id = ${keptId}`;
  const ours = sql`(select id from invoice where org_id = ${organisationId} and debtor_id = ${mergedId})`;
  await tx.execute(sql`update account ${back} and id = ${listed('account')}`);
  const accounts = sql`(select id from account where org_id = ${organisationId} and debtor_id = ${mergedId})`;
  for (const table of ['invoice', 'credit'] as const) {
    await tx.execute(sql`update ${sql.identifier(table)} ${back} and account_id in ${accounts}`);
  }
  await tx.execute(sql`update enrolment ${back} and invoice_id in ${ours}`);
  for (const { table, part } of SHARED)
    await tx.execute(sql`
    update ${sql.identifier(table)} ${back} and case
      when exists (select 1 from ${sql.identifier(part)} p where p.${sql.identifier(`${table}_id`)} = ${sql.identifier(table)}.id)
      then not exists (
        select 1 from ${sql.identifier(part)} p
        where p.${sql.identifier(`${table}_id`)} = ${sql.identifier(table)}.id and p.invoice_id not in ${ours})
      else id = ${listed(table)} end`);
  await tx.execute(sql`update contact ${back} and invoice_id in ${ours}`);
  for (const table of ['person', 'reply', 'message_edit'] as const) {
    await tx.execute(sql`update ${sql.identifier(table)} ${back} and id = ${listed(table)}`);
  }
}

/** What can speak of several invoices, and where it says of which. */
const SHARED = [
  { table: 'payment', part: 'allocation' },
  { table: 'task', part: 'task_case' },
  { table: 'message', part: 'message_invoice' },
] as const;

/** What the kept debtor had taken over and still says the same. */
async function takeBackFilled(tx: Tx, { moved }: DebtorMerge, kept: DebtorRow, merged: DebtorRow): Promise<void> {
  const filled = new Set(moved['filled']);
  const change: Partial<DebtorRow> = {};
  const same = (attribute: keyof DebtorRow) => filled.has(attribute) && kept[attribute] === merged[attribute];
  if (same('siren')) change.siren = null;
  if (same('vatNumber')) change.vatNumber = null;
  if (same('language')) change.language = null;
  if (same('country')) change.country = null;
  if (same('segment')) change.segment = null;
  if (same('owner')) change.owner = null;
  if (same('kind')) change.kind = 'unknown';
  if (same('excluded')) Object.assign(change, { excluded: false, excludedReason: null });
  if (same('quietUntil')) Object.assign(change, { quietUntil: null, quietReason: null });
  if (Object.keys(change).length > 0) await tx.update(debtor).set(change).where(eq(debtor.id, kept.id));
}
