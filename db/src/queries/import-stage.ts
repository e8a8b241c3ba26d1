import { and, asc, between, count, eq, gt, min, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { importRejection, importRow } from '../schema/index.ts';
import type { Rejection } from './import-field.ts';
import type { StagedRow } from './import-row.ts';

/** Rejected lines that are kept to be shown; the summary counts them all. */
export const MOST_REJECTIONS = 10_000;

/** Forgets what an interrupted reading of the file has left: it is read from its beginning. */
export async function clearStage(tx: Tx, organisationId: string, importId: string): Promise<void> {
  await tx.delete(importRow).where(and(eq(importRow.orgId, organisationId), eq(importRow.importId, importId)));
  await tx
    .delete(importRejection)
    .where(and(eq(importRejection.orgId, organisationId), eq(importRejection.importId, importId)));
}

/** Takes all lines off the stage: the list is refused, its rejections stay to be read. */
export async function emptyStage(tx: Tx, organisationId: string, importId: string): Promise<void> {
  await tx.delete(importRow).where(and(eq(importRow.orgId, organisationId), eq(importRow.importId, importId)));
}

/** Keeps good lines until they are applied. Returns the lines that speak about the same as an earlier one: not kept. */
export async function stageRows(
  tx: Tx,
  organisationId: string,
  importId: string,
  rows: readonly StagedRow[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const kept = await tx.execute<{ line: number }>(sql`
    insert into import_row (import_id, line, org_id, key, hash, data)
    select ${importId}, x.line, ${organisationId}, x.key, x.hash, x.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (line int, key text, hash text, data jsonb)
    order by x.line
    on conflict (import_id, key) do nothing
    returning line`);
  const lines = new Set(kept.rows.map((row) => row.line));
  return rows.map((row) => row.line).filter((line) => !lines.has(line));
}

/** Writes rejections, up to the number that is shown; returns how many are kept in all. */
export async function keepRejections(
  tx: Tx,
  organisationId: string,
  importId: string,
  rejections: readonly Rejection[],
): Promise<void> {
  if (rejections.length === 0) return;
  const [kept] = await tx
    .select({ rows: count() })
    .from(importRejection)
    .where(and(eq(importRejection.orgId, organisationId), eq(importRejection.importId, importId)));
  const room = rejections.slice(0, Math.max(0, MOST_REJECTIONS - (kept?.rows ?? 0)));
  if (room.length === 0) return;
  await tx
    .insert(importRejection)
    .values(room.map((each) => ({ ...each, importId, orgId: organisationId })))
    .onConflictDoNothing();
}

/**
 * The next good lines in the order of the file, at most `limit`; those up to `after` are known to be gone. Asked for by
 * their numbers, because the planner, which has seen nothing of this file, else reads and sorts all that is left each time.
 */
export async function nextRows(
  tx: Tx,
  organisationId: string,
  importId: string,
  { after, limit }: { after: number; limit: number },
): Promise<StagedRow[]> {
  const ofImport = and(eq(importRow.orgId, organisationId), eq(importRow.importId, importId));
  const from = async (line: number): Promise<StagedRow[]> => {
    const rows = await tx
      .select({ line: importRow.line, key: importRow.key, hash: importRow.hash, data: importRow.data })
      .from(importRow)
      .where(and(ofImport, between(importRow.line, line, line + limit - 1)))
      .orderBy(asc(importRow.line));
    return rows as unknown as StagedRow[];
  };
  const rows = await from(after + 1);
  if (rows.length > 0) return rows;
  const [first] = await tx
    .select({ line: min(importRow.line) })
    .from(importRow)
    .where(and(ofImport, gt(importRow.line, after)));
  return first?.line ? from(first.line) : [];
}

/** Takes lines off the stage, from the first to the last, in the transaction that applies them. */
export async function dropRows(
  tx: Tx,
  organisationId: string,
  importId: string,
  { first, last }: { first: number; last: number },
): Promise<void> {
  await tx
    .delete(importRow)
    .where(
      and(eq(importRow.orgId, organisationId), eq(importRow.importId, importId), between(importRow.line, first, last)),
    );
}
