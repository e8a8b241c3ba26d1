import { and, eq } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { member, type Role } from '../schema/index.ts';
import type { AuditEntry } from './audit.ts';
import { noteMembership } from './invitation.ts';

type Change = { role: Role } | 'remove';
type Outcome = 'done' | 'unknown' | 'last-manager';

/**
 * Gives a member another role or takes the place away. An organisation never loses its last manager, whoever else
 * changes the team at the same time. Role relance_auth only.
 */
export function changeMember(
  identity: Database,
  { organisationId, userId, change }: { organisationId: string; userId: string; change: Change },
  entry: Omit<AuditEntry, 'kind' | 'ref' | 'data'>,
): Promise<Outcome> {
  return identity.transaction(async (tx) => {
    const team = await tx
      .select({ userId: member.userId, role: member.role })
      .from(member)
      .where(eq(member.orgId, organisationId))
      .orderBy(member.userId)
      .for('update');
    const found = team.find((each) => each.userId === userId);
    if (!found) return 'unknown';
    const role = change === 'remove' ? null : change.role;
    const managers = team.filter((each) => each.role === 'manager');
    if (role !== 'manager' && found.role === 'manager' && managers.length === 1) return 'last-manager';
    const mine = and(eq(member.orgId, organisationId), eq(member.userId, userId));
    if (role === null) await tx.delete(member).where(mine);
    else await tx.update(member).set({ role }).where(mine);
    await noteMembership(tx, organisationId, {
      ...entry,
      kind: role === null ? 'member-removed' : 'member-changed',
      ref: userId,
      data: { from: found.role, ...(role !== null && { to: role }) },
    });
    return 'done';
  });
}
