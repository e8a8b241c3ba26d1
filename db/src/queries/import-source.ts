import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { importSource, type ImportOptions } from '../schema/index.ts';
import type { ImportKind } from './import-field.ts';

/** How a file of that shape was read when a person corrected it last. */
export interface RememberedReading {
  mapping: Record<string, string>;
  options: ImportOptions;
  updatedAt: string;
}

export interface SourceRef {
  kind: ImportKind;
  source: string;
}

function isSource(organisationId: string, { kind, source }: SourceRef) {
  return and(eq(importSource.orgId, organisationId), eq(importSource.kind, kind), eq(importSource.source, source));
}

export async function recallReading(tx: Tx, organisationId: string, ref: SourceRef): Promise<RememberedReading | null> {
  const [row] = await tx
    .select({ mapping: importSource.mapping, options: importSource.options, updatedAt: importSource.updatedAt })
    .from(importSource)
    .where(isSource(organisationId, ref));
  return row ?? null;
}

export async function rememberReading(
  tx: Tx,
  organisationId: string,
  ref: SourceRef,
  { mapping, options, updatedAt }: RememberedReading,
): Promise<void> {
  await tx
    .insert(importSource)
    .values({ ...ref, orgId: organisationId, mapping, options, updatedAt })
    .onConflictDoUpdate({
      target: [importSource.orgId, importSource.kind, importSource.source],
      set: { mapping, options, updatedAt },
    });
}

/** Whether there was something to forget. */
export async function forgetReading(tx: Tx, organisationId: string, ref: SourceRef): Promise<boolean> {
  const gone = await tx
    .delete(importSource)
    .where(isSource(organisationId, ref))
    .returning({ source: importSource.source });
  return gone.length > 0;
}
