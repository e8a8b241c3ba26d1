import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { idempotency } from '../schema/index.ts';

export interface IdempotentRequest {
  apiKeyId: string;
  key: string;
  path: string;
  bodyHash: string;
}

/** `status` null: the work is done, its final reply is not known yet. */
export interface RememberedReply {
  path: string;
  bodyHash: string;
  status: number | null;
  reply: Buffer | null;
}

/**
 * Takes a key for a request, in the transaction that does its work: who comes second with the same key waits here until
 * the first is done. Returns what is remembered of an earlier request; null when this is the first one in 24 hours.
 */
export async function takeKey(
  tx: Tx,
  organisationId: string,
  request: IdempotentRequest,
): Promise<RememberedReply | null> {
  const row = { ...request, orgId: organisationId };
  const taken = await tx
    .insert(idempotency)
    .values(row)
    .onConflictDoUpdate({
      target: [idempotency.apiKeyId, idempotency.key],
      set: { path: row.path, bodyHash: row.bodyHash, status: null, reply: null, recordedAt: sql`now()` },
      setWhere: sql`${idempotency.recordedAt} < now() - interval '24 hours'`,
    })
    .returning({ key: idempotency.key });
  if (taken.length > 0) return null;
  return readRemembered(tx, request);
}

export async function readRemembered(
  tx: Tx,
  { apiKeyId, key }: Pick<IdempotentRequest, 'apiKeyId' | 'key'>,
): Promise<RememberedReply> {
  const [row] = await tx
    .select({
      path: idempotency.path,
      bodyHash: idempotency.bodyHash,
      status: idempotency.status,
      reply: idempotency.reply,
    })
    .from(idempotency)
    .where(and(eq(idempotency.apiKeyId, apiKeyId), eq(idempotency.key, key)));
  if (!row) throw new Error('a remembered reply has gone while it was read');
  return row;
}

/** Keeps the reply; a final one that somebody has kept already stays. */
export async function rememberReply(
  tx: Tx,
  { apiKeyId, key }: Pick<IdempotentRequest, 'apiKeyId' | 'key'>,
  { status, reply }: { status: number | null; reply: Buffer },
): Promise<void> {
  await tx
    .update(idempotency)
    .set({ status, reply })
    .where(and(eq(idempotency.apiKeyId, apiKeyId), eq(idempotency.key, key), isNull(idempotency.status)));
}

/** Forgets replies that are older than a day. Role relance_system. */
export async function forgetReplies(system: Database): Promise<void> {
  await system.delete(idempotency).where(sql`${idempotency.recordedAt} < now() - interval '24 hours'`);
}
