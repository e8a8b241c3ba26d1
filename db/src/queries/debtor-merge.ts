import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { debtor, debtorMerge } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { lockBelowDebtor, type DebtorRow } from './debtor-lock.ts';
import { poke } from './outbox.ts';
import { releaseReserved } from './release-reserved.ts';
import { rekeyTasks } from './task.ts';

export interface Merging {
  kept: DebtorRow;
  merged: DebtorRow;
  reason: string;
  actor: string;
  /** Organisation's time. */
  at: string;
}

/** What belongs to a debtor, in the order of locks. */
const OWNED = [
  'account',
  'person',
  'invoice',
  'payment',
  'credit',
  'enrolment',
  'task',
  'contact',
  'message',
  'message_edit',
  'reply',
] as const;

/** What the kept debtor takes over where it has nothing of its own. */
const FILLED = ['siren', 'vatNumber', 'language', 'country', 'segment', 'owner'] as const;

/**
 * Makes two debtors one: all that belonged to the one is the other's from now on, with one budget of contacts, and what
 * was reserved for it is composed anew. What moved is remembered, so that it can be taken back. The caller has locked both.
 */
export async function mergeDebtors(tx: Tx, organisationId: string, merging: Merging): Promise<string> {
  const { kept, merged, reason, actor, at } = merging;
  await lockBelowDebtor(tx, organisationId, merged.id);
  await releaseReserved(tx, organisationId, merged.id, at);
  const moved: Record<string, string[]> = {};
  for (const table of OWNED) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update ${sql.identifier(table)} set debtor_id = ${kept.id}
      where org_id = ${organisationId} and debtor_id = ${merged.id} returning id`);
    moved[table] = rows.map(({ id }) => id);
  }
  const before = await tx
    .update(debtor)
    .set({ mergedInto: kept.id })
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.mergedInto, merged.id)))
    .returning({ id: debtor.id });
  moved['debtor'] = before.map(({ id }) => id);
  moved['filled'] = await fill(tx, kept, merged);
  await tx.update(debtor).set({ mergedInto: kept.id }).where(eq(debtor.id, merged.id));
  await rekeyTasks(tx, organisationId, moved['task'] ?? []);
  const id = newId();
  await tx
    .insert(debtorMerge)
    .values({ id, orgId: organisationId, keptId: kept.id, mergedId: merged.id, moved, reason, actor, at });
  const invoices = moved['invoice']?.length ?? 0;
  await appendAudit(tx, organisationId, [
    { at, actor, reason, ref: id, kind: 'debtor-merged', debtorId: kept.id, data: { name: merged.name, invoices } },
    {
      at,
      actor,
      reason,
      ref: id,
      kind: 'debtor-merged-into',
      debtorId: merged.id,
      data: { name: kept.name, invoices },
    },
  ]);
  await poke(tx, organisationId, 'debtor', [kept.id, merged.id]);
  return id;
}

/** Who was kept out of reminders, or left alone for some days, stays so. Returns the names of what was taken over. */
async function fill(tx: Tx, kept: DebtorRow, merged: DebtorRow): Promise<string[]> {
  const change: Partial<DebtorRow> = {};
  for (const attribute of FILLED) {
    if (kept[attribute] === null && merged[attribute] !== null)
      Object.assign(change, { [attribute]: merged[attribute] });
  }
  if (kept.kind === 'unknown' && merged.kind !== 'unknown') change.kind = merged.kind;
  if (merged.excluded && !kept.excluded) {
    Object.assign(change, { excluded: true, excludedReason: merged.excludedReason });
  }
  if (merged.quietUntil !== null && (kept.quietUntil === null || kept.quietUntil < merged.quietUntil)) {
    Object.assign(change, { quietUntil: merged.quietUntil, quietReason: merged.quietReason });
  }
  const names = Object.keys(change);
  if (names.length > 0) await tx.update(debtor).set(change).where(eq(debtor.id, kept.id));
  return names;
}
