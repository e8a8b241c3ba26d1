import { and, asc, count, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { importFile, importJob, importRejection, type ImportOptions } from '../schema/index.ts';
import type { ImportKind } from './import-field.ts';
import { poke } from './outbox.ts';

export interface NewImport {
  kind: ImportKind;
  filename: string;
  bytes: Buffer;
  mapping?: Record<string, string> | null;
  options?: ImportOptions | null;
  dryRun?: boolean;
  /** The file is the whole list of open items of its entity. */
  openItems?: boolean;
  /** A person has read how much the list closes, and wants it so. */
  closingConfirmed?: boolean;
  createdBy: string;
  /** Organisation's time. */
  at: string;
}

export type ImportJob = typeof importJob.$inferSelect;

const PART_BYTES = 1_000_000;

/** Keeps a file to be read and pokes the workflow that reads it. Returns the id of the import. */
export async function createImport(tx: Tx, organisationId: string, request: NewImport): Promise<string> {
  const { bytes, mapping = null, options = null, dryRun = false, ...columns } = request;
  const id = newId();
  await tx.insert(importJob).values({ ...columns, id, orgId: organisationId, mapping, options, dryRun });
  // an empty file has one empty part, so that it is told from one that is lost
  for (let from = 0, part = 0; from < bytes.length || part === 0; from += PART_BYTES, part += 1) {
    await tx
      .insert(importFile)
      .values({ importId: id, part, orgId: organisationId, bytes: bytes.subarray(from, from + PART_BYTES) });
  }
  await poke(tx, organisationId, 'import', [id]);
  return id;
}

/** Null when the organisation has no such import. */
export async function readImport(tx: Tx, organisationId: string, importId: string): Promise<ImportJob | null> {
  const [row] = await tx
    .select()
    .from(importJob)
    .where(and(eq(importJob.orgId, organisationId), eq(importJob.id, importId)));
  return row ?? null;
}

/** Newest first, from the one after `cursor` on; `dryRun`: only previews, or none. */
export async function listImports(
  tx: Tx,
  organisationId: string,
  { limit, cursor, dryRun }: { limit: number; cursor?: string; dryRun?: boolean },
): Promise<ImportJob[]> {
  return tx
    .select()
    .from(importJob)
    .where(
      and(
        eq(importJob.orgId, organisationId),
        cursor ? lt(importJob.id, cursor) : undefined,
        dryRun === undefined ? undefined : eq(importJob.dryRun, dryRun),
      ),
    )
    .orderBy(desc(importJob.id))
    .limit(limit);
}

/** Rejected lines in the order of the file, from the one after `after` on. */
export async function listRejections(
  tx: Tx,
  organisationId: string,
  importId: string,
  { limit, after }: { limit: number; after?: { line: number; field: string } },
): Promise<{ line: number; field: string; value: string; reason: string }[]> {
  const { line, field, value, reason } = importRejection;
  return tx
    .select({ line, field, value, reason })
    .from(importRejection)
    .where(
      and(
        eq(importRejection.orgId, organisationId),
        eq(importRejection.importId, importId),
        after ? or(gt(line, after.line), and(eq(line, after.line), gt(field, after.field))) : undefined,
      ),
    )
    .orderBy(asc(line), asc(field))
    .limit(limit);
}

export async function countImportParts(tx: Tx, organisationId: string, importId: string): Promise<number> {
  const [row] = await tx
    .select({ parts: count() })
    .from(importFile)
    .where(and(eq(importFile.orgId, organisationId), eq(importFile.importId, importId)));
  return row?.parts ?? 0;
}

/** One part of a file; null behind the last. */
export async function readImportPart(
  tx: Tx,
  organisationId: string,
  importId: string,
  part: number,
): Promise<Buffer | null> {
  const [row] = await tx
    .select({ bytes: importFile.bytes })
    .from(importFile)
    .where(and(eq(importFile.orgId, organisationId), eq(importFile.importId, importId), eq(importFile.part, part)));
  return row?.bytes ?? null;
}

/** Writes what a stage of the reading has found out or done. */
export async function updateImport(
  tx: Tx,
  organisationId: string,
  importId: string,
  set: Partial<
    Pick<ImportJob, 'stage' | 'progress' | 'detected' | 'summary' | 'ignoredColumns' | 'closing' | 'source'>
  >,
): Promise<void> {
  await tx
    .update(importJob)
    .set(set)
    .where(and(eq(importJob.orgId, organisationId), eq(importJob.id, importId)));
}

/**
 * Ends an import and forgets its file: with a reason it has failed, and nothing of the file was written. `keepFile`: it may
 * still be confirmed.
 */
export async function finishImport(
  tx: Tx,
  organisationId: string,
  importId: string,
  { failure = null, at, keepFile = false }: { failure?: string | null; at: string; keepFile?: boolean },
): Promise<void> {
  await tx
    .update(importJob)
    .set({
      status: failure === null ? 'done' : 'failed',
      stage: failure === null ? 'applied' : sql`${importJob.stage}`,
      progress: failure === null ? 1 : sql`${importJob.progress}`,
      failure,
      finishedAt: at,
    })
    .where(and(eq(importJob.orgId, organisationId), eq(importJob.id, importId), eq(importJob.status, 'running')));
  if (keepFile) return;
  await tx.delete(importFile).where(and(eq(importFile.orgId, organisationId), eq(importFile.importId, importId)));
}
