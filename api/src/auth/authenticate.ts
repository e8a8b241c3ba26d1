import type { Database } from '@relance/db';
import { findApiKey, listMemberships } from '@relance/db/queries';
import { sql } from 'drizzle-orm';
import type { Caller } from '../context.ts';
import { forbidden } from '../problem.ts';
import { hashApiKey } from './api-key.ts';
import type { Identity } from './identity.ts';

/** The system that an `Authorization: Bearer` header speaks for; null when there is no such key. */
export async function callerByKey(identity: Database, header: string | undefined): Promise<Caller | null> {
  const key = /^Bearer (rk_[\w-]{20,100})$/i.exec(header ?? '')?.[1];
  const row = key ? await findApiKey(identity, hashApiKey(key)) : undefined;
  if (!row) return null;
  const actor = `key:${row.id}`;
  return {
    actor,
    assignee: actor,
    language: null,
    keyId: row.id,
    organisationId: row.orgId,
    role: row.role,
    session: null,
  };
}

/** The person whose session cookie came along; null when nobody is signed in. */
export async function callerBySession(auth: Identity, identity: Database, headers: Headers): Promise<Caller | null> {
  const found = await readSession(auth, identity, headers);
  if (!found) return null;
  const { id, userId, activeOrganisationId } = found.session;
  const memberships = await listMemberships(identity, userId);
  const active = memberships.find(({ orgId }) => orgId === activeOrganisationId) ?? memberships[0];
  if (!active) throw forbidden('no-organisation', 'You belong to no organisation yet; ask an administrator.');
  const { orgId, role } = active;
  return {
    actor: `user:${userId}`,
    assignee: userId,
    language: languageOf(found.user.language),
    keyId: null,
    organisationId: orgId,
    role,
    session: { id, userId },
  };
}

async function readSession(auth: Identity, identity: Database, headers: Headers) {
  try {
    return await auth.api.getSession({ headers });
  } catch (error) {
    // better-auth hides why: ask the database itself, whose answer says that it is away
    await identity.execute(sql`select 1`);
    throw error;
  }
}

const languageOf = (value: unknown): 'fr' | 'en' | null => (value === 'fr' || value === 'en' ? value : null);
