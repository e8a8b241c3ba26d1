import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { importJob } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { creditEntry, lockCredits } from './import-credits.ts';
import { adjust, lockInvoiceRows } from './import-invoice-rows.ts';
import { lockImports } from './import-ledger.ts';
import { idsOf, planCredits, planInvoices, readChanges, type Change } from './import-undo-plan.ts';
import { readImport, type ImportJob } from './import.ts';
import { recallLedgerAge } from './ledger-age.ts';
import { allowAgain } from './reenter.ts';

export interface Undone {
  restored: number;
  /** Numbers of the invoices and credits that have changed since and were left as they are. */
  left: string[];
}

/** Why an import cannot be undone. */
export type UndoRefusal = 'not-open-items' | 'not-done' | 'undone' | 'not-last' | 'busy';

/**
 * Takes back what the last list of open items of its entity did: closed invoices are open again, changed ones are as they
 * were, new ones ask for nothing any more. What a payment or another file has changed since is left and reported. Cases
 * that it ended stay ended; the trail keeps both.
 */
export async function undoImport(
  tx: Tx,
  organisationId: string,
  { importId, actor, reason, at }: { importId: string; actor: string; reason: string; at: string },
): Promise<Undone | UndoRefusal | null> {
  await lockImports(tx, organisationId);
  const job = await readImport(tx, organisationId, importId);
  if (!job) return null;
  const refusal = await undoRefusal(tx, organisationId, job);
  if (refusal) return refusal;
  const context = { importId, actor, at, reason };
  const changes = await readChanges(tx, organisationId, importId);
  await lockDebtorsOf(tx, changes);
  const invoices = await undoInvoices(tx, organisationId, context, changes);
  const credits = await undoCredits(tx, organisationId, context, changes);
  const undone = { restored: invoices.restored + credits.restored, left: [...invoices.left, ...credits.left] };
  await tx
    .update(importJob)
    .set({ undoneAt: at, undoneBy: actor, ...(job.closing && { closing: { ...job.closing, undone } }) })
    .where(and(eq(importJob.orgId, organisationId), eq(importJob.id, importId)));
  await recallLedgerAge(tx, organisationId);
  await appendAudit(tx, organisationId, [
    {
      at,
      actor,
      kind: 'import-undone',
      reason,
      ref: importId,
      data: { restored: undone.restored, left: undone.left.length },
    },
  ]);
  return undone;
}

/** Why it cannot be undone as things stand; null: it can. */
export async function undoRefusal(tx: Tx, organisationId: string, job: ImportJob): Promise<UndoRefusal | null> {
  if (!job.openItems || job.dryRun) return 'not-open-items';
  if (job.undoneAt !== null) return 'undone';
  if (job.stage !== 'applied') return 'not-done';
  const entityId = job.detected?.options.entityId ?? null;
  const { rows } = await tx.execute<{ running: boolean; later: boolean }>(sql`
    select coalesce(bool_or(status = 'running' and stage = 'weighed'), false) as running,
      coalesce(bool_or(stage = 'applied' and undone_at is null and finished_at is not null
        and (finished_at, id) > (${job.finishedAt}::timestamptz, ${job.id}::uuid)), false) as later
    from import
    where org_id = ${organisationId} and open_items and not dry_run and detected->'options'->>'entityId' = ${entityId}`);
  if (rows[0]?.running) return 'busy';
  return rows[0]?.later ? 'not-last' : null;
}

async function lockDebtorsOf(tx: Tx, changes: readonly Change[]): Promise<void> {
  const ids = sql`${sql.param(changes.map((each) => each.rowId))}::uuid[]`;
  await tx.execute(sql`
    select id from debtor where id in (
      select debtor_id from invoice where id = any(${ids}) union select debtor_id from credit where id = any(${ids}))
    order by id for no key update`);
}

type Context = { importId: string; actor: string; at: string; reason: string };

async function undoInvoices(
  tx: Tx,
  organisationId: string,
  context: Context,
  changes: readonly Change[],
): Promise<Undone> {
  const locked = await lockInvoiceRows(tx, idsOf(changes, 'invoice'));
  const { back, left } = planInvoices(changes, locked);
  const changed = back.filter(({ now, to }) => to.balance !== now.balance);
  const toAdjustment = ({ now, to }: (typeof back)[number]) => ({
    invoiceId: now.id,
    before: now.balance,
    after: to.balance,
  });
  const isCredited = ({ to }: (typeof back)[number]): boolean => to.status === 'credited';
  await adjust(
    tx,
    organisationId,
    { ...context, by: 'credit' },
    changed.filter((each) => isCredited(each)).map((each) => toAdjustment(each)),
  );
  await adjust(
    tx,
    organisationId,
    context,
    changed.filter((each) => !isCredited(each)).map((each) => toAdjustment(each)),
  );
  const states = back.map(({ now, to }) => ({ id: now.id, ...to }));
  await tx.execute(sql`
    update invoice set total = x.total, status = x.status, issue_date = x."issueDate", due_date = x."dueDate", url = x.url,
      imported_hash = x."importedHash", stated_balance = x."statedBalance", listed_in = x."listedIn",
      updated_at = ${context.at}
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as x (id uuid, total bigint, status text, "issueDate" date,
      "dueDate" date, url text, "importedHash" text, "statedBalance" bigint, "listedIn" uuid)
    where invoice.id = x.id`);
  await allowAgain(
    tx,
    organisationId,
    back.filter(({ now, to }) => now.status !== 'open' && to.status === 'open').map(({ now }) => now.id),
  );
  return { restored: back.length, left };
}

async function undoCredits(
  tx: Tx,
  organisationId: string,
  context: Context,
  changes: readonly Change[],
): Promise<Undone> {
  const locked = await lockCredits(tx, idsOf(changes, 'credit'));
  const { back, left } = planCredits(changes, locked);
  const states = back.map(({ now, to }) => ({ id: now.id, ...to }));
  await tx.execute(sql`
    update credit set kind = x.kind, issue_date = x."issueDate", amount = x.amount, balance = x.balance,
      listed_in = x."listedIn", updated_at = ${context.at}
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as x (id uuid, kind text, "issueDate" date, amount bigint,
      balance bigint, "listedIn" uuid)
    where credit.id = x.id`);
  await appendAudit(
    tx,
    organisationId,
    back.map(({ now, to }) => creditEntry(now, to.balance, context)),
  );
  return { restored: back.length, left };
}
