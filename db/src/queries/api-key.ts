import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { apiKey, type Role } from '../schema/index.ts';

export interface ApiKeyRow {
  id: string;
  orgId: string;
  role: Role;
}

/** The key with that SHA-256, unless it was revoked. Role relance_auth only. */
export async function findApiKey(identity: Database, hash: string): Promise<ApiKeyRow | undefined> {
  const [row] = await identity
    .select({ id: apiKey.id, orgId: apiKey.orgId, role: apiKey.role })
    .from(apiKey)
    .where(and(eq(apiKey.hash, hash), isNull(apiKey.revokedAt)));
  return row;
}

export type NewApiKey = ApiKeyRow & { name: string; hash: string };

/** Role relance_auth only; the key itself is never given to the database. */
export async function insertApiKeys(identity: Database, keys: readonly NewApiKey[]): Promise<void> {
  await identity.insert(apiKey).values([...keys]);
}

/** Takes keys back whose organisation came to nothing. Role relance_auth only. */
export async function deleteApiKeysOf(identity: Database, organisationId: string): Promise<void> {
  await identity.delete(apiKey).where(eq(apiKey.orgId, organisationId));
}
