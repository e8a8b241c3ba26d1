import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { audit, invitation, member, signInAccount, user, type Role } from '../schema/index.ts';
import { newId } from '../new-id.ts';
import type { AuditEntry } from './audit.ts';

type IdentityTx = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface NewInvitation {
  id: string;
  orgId: string;
  email: string;
  name: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  expiresAt: Date;
}

/** One line of an organisation's trail, written by identity with its own change. */
export function noteMembership(tx: IdentityTx, orgId: string, entry: AuditEntry) {
  return tx.insert(audit).values({ ...entry, orgId });
}

/** Offers a place; an earlier offer to the same address is withdrawn with it. Role relance_auth only. */
export async function insertInvitation(identity: Database, row: NewInvitation, entry: AuditEntry): Promise<void> {
  await identity.transaction(async (tx) => {
    await tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(and(eq(invitation.orgId, row.orgId), eq(invitation.email, row.email), open()));
    await tx.insert(invitation).values(row);
    await noteMembership(tx, row.orgId, entry);
  });
}

/** Places offered and not taken, expired ones too, oldest first. Role relance_auth only. */
export function readInvitations(identity: Database, organisationId: string) {
  return identity
    .select({
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      invitedBy: invitation.invitedBy,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .where(and(eq(invitation.orgId, organisationId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
    .orderBy(asc(invitation.id));
}

/** False when there is no open one of that id. Role relance_auth only. */
export function revokeInvitation(
  identity: Database,
  { organisationId, id }: { organisationId: string; id: string },
  entry: AuditEntry,
): Promise<boolean> {
  return identity.transaction(async (tx) => {
    const rows = await tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(
        and(
          eq(invitation.orgId, organisationId),
          eq(invitation.id, id),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
        ),
      )
      .returning({ id: invitation.id });
    if (rows.length > 0) await noteMembership(tx, organisationId, entry);
    return rows.length > 0;
  });
}

/** By the digest of its link, whatever became of it. Role relance_auth only. */
export async function findInvitation(identity: Database, tokenHash: string) {
  const [row] = await identity.select().from(invitation).where(eq(invitation.tokenHash, tokenHash));
  return row;
}

/** The person who signs in with that address, in whatever capitals. Role relance_auth only. */
export async function findUserByEmail(identity: Database, email: string) {
  const [row] = await identity
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(eq(user.email, email.toLowerCase()));
  return row;
}

export interface NewPerson {
  id: string;
  name: string;
  email: string;
  /** As better-auth hashes it. */
  passwordHash: string;
}

/**
 * Takes an offered place, once: of two who open the link, one gets in. A person who is new is made in the same
 * transaction. False: there is nothing to take any more. Role relance_auth only.
 */
export function takeInvitation(
  identity: Database,
  { tokenHash, userId, person }: { tokenHash: string; userId: string; person: NewPerson | null },
  at: string,
): Promise<boolean> {
  return identity.transaction(async (tx) => {
    const [taken] = await tx
      .update(invitation)
      .set({ acceptedAt: new Date() })
      .where(and(eq(invitation.tokenHash, tokenHash), open()))
      .returning({ id: invitation.id, orgId: invitation.orgId, role: invitation.role });
    if (!taken) return false;
    if (person) await insertPerson(tx, person);
    const [who] = await tx.select({ name: user.name, email: user.email }).from(user).where(eq(user.id, userId));
    if (!who) throw new Error(`there is no user ${userId}`);
    const { id, orgId, role } = taken;
    await tx
      .insert(member)
      .values({ userId, orgId, role, ...who })
      .onConflictDoUpdate({ target: [member.userId, member.orgId], set: { role } });
    const actor = `user:${userId}`;
    await noteMembership(tx, orgId, {
      at,
      actor,
      kind: 'member-joined',
      ref: userId,
      data: { role, invitationId: id },
    });
    return true;
  });
}

async function insertPerson(tx: IdentityTx, { id, name, email, passwordHash }: NewPerson): Promise<void> {
  const stamps = { createdAt: new Date(), updatedAt: new Date() };
  await tx.insert(user).values({ id, name, email, emailVerified: true, ...stamps });
  await tx.insert(signInAccount).values({
    id: newId(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: passwordHash,
    ...stamps,
  });
}

const open = () =>
  and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, new Date()));
