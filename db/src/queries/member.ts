import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { apiKey, invitation, member, organisation, session, user, verification, type Role } from '../schema/index.ts';

export interface Membership {
  orgId: string;
  role: Role;
}

/** Where a person belongs, first membership first. Role relance_auth only. */
export function listMemberships(identity: Database, userId: string): Promise<Membership[]> {
  return identity
    .select({ orgId: member.orgId, role: member.role })
    .from(member)
    .where(eq(member.userId, userId))
    .orderBy(asc(member.recordedAt), asc(member.orgId));
}

/** The people of the organisation, by name. */
export function listMembers(
  tx: Tx,
  organisationId: string,
): Promise<{ userId: string; name: string; email: string; role: Role }[]> {
  return tx
    .select({ userId: member.userId, name: member.name, email: member.email, role: member.role })
    .from(member)
    .where(eq(member.orgId, organisationId))
    .orderBy(asc(member.name), asc(member.userId));
}

/** Names and kinds of organisations, across organisations. Role relance_system only. */
export function listOrganisations(
  system: Database,
  ids: readonly string[],
): Promise<{ id: string; name: string; sandbox: boolean }[]> {
  return system
    .select({ id: organisation.id, name: organisation.name, sandbox: organisation.sandbox })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]));
}

/** The first manager of an installation, whom a start offers to sign in. Role relance_auth only. */
export async function firstManager(identity: Database): Promise<{ userId: string; orgId: string } | undefined> {
  const [row] = await identity
    .select({ userId: member.userId, orgId: member.orgId })
    .from(member)
    .where(eq(member.role, 'manager'))
    .orderBy(asc(member.recordedAt), asc(member.userId))
    .limit(1);
  return row;
}

/** Lets a person who exists work in an organisation. Role relance_auth only. */
export async function insertMember(identity: Database, userId: string, membership: Membership): Promise<void> {
  const [person] = await identity.select({ name: user.name, email: user.email }).from(user).where(eq(user.id, userId));
  if (!person) throw new Error(`there is no user ${userId}`);
  await identity
    .insert(member)
    .values({ userId, ...membership, ...person })
    .onConflictDoNothing();
}

/** Takes a place back whose organisation came to nothing. Role relance_auth only. */
export async function deleteMember(identity: Database, userId: string, organisationId: string): Promise<void> {
  await identity.delete(member).where(and(eq(member.userId, userId), eq(member.orgId, organisationId)));
}

/** Role relance_auth only. */
export async function updatePreferences(
  identity: Database,
  userId: string,
  preferences: { language?: 'fr' | 'en' | undefined; theme?: 'light' | 'dark' | 'system' | undefined },
): Promise<void> {
  await identity
    .update(user)
    .set({ ...preferences, updatedAt: new Date() })
    .where(eq(user.id, userId));
}

/** Role relance_auth only. */
export async function updateActiveOrganisation(
  identity: Database,
  sessionId: string,
  organisationId: string,
): Promise<void> {
  await identity.update(session).set({ activeOrganisationId: organisationId }).where(eq(session.id, sessionId));
}

/** Role relance_auth only. */
export async function findUser(identity: Database, id: string) {
  const [row] = await identity
    .select({ id: user.id, name: user.name, email: user.email, language: user.language, theme: user.theme })
    .from(user)
    .where(eq(user.id, id));
  return row;
}

/** Role relance_auth only. */
export async function insertVerification(
  identity: Database,
  row: { identifier: string; value: string; expiresAt: Date },
): Promise<void> {
  const now = new Date();
  await identity.insert(verification).values({ ...row, id: newId(), createdAt: now, updatedAt: now });
}

/** Uses a verification up and returns its value; of two who try at once, one gets it. Role relance_auth only. */
export async function takeVerification(identity: Database, identifier: string): Promise<string | null> {
  const [row] = await identity
    .delete(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, new Date())))
    .returning({ value: verification.value });
  return row?.value ?? null;
}

/** What pages must know of the organisation that they show. */
export async function findOrganisation(tx: Tx, organisationId: string) {
  const [row] = await tx
    .select({
      id: organisation.id,
      name: organisation.name,
      sandbox: organisation.sandbox,
      sending: organisation.sending,
      currency: organisation.currency,
      country: organisation.country,
      language: organisation.language,
      timeZone: organisation.timeZone,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  return row;
}

/** Everybody who works in one organisation works in another from now on, keys and sessions too. Role relance_auth only. */
export async function moveMembers(identity: Database, from: string, to: string): Promise<void> {
  await identity.transaction(async (tx) => {
    await tx.update(member).set({ orgId: to }).where(eq(member.orgId, from));
    await tx.update(apiKey).set({ orgId: to }).where(eq(apiKey.orgId, from));
    await tx.update(invitation).set({ orgId: to }).where(eq(invitation.orgId, from));
    await tx.update(session).set({ activeOrganisationId: to }).where(eq(session.activeOrganisationId, from));
  });
}
