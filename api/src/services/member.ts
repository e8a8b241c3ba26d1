import type { z } from 'zod';
import { changeMember, listMembers as readMembers, nowOf, readClaimedTaskIds } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound, Problem } from '../problem.ts';
import type * as inviting from '../schemas/invitation.ts';
import type * as schemas from '../schemas/session.ts';
import { releaseTask } from './task.ts';

type Members = z.infer<typeof schemas.members>;

export async function listMembers({ caller, work }: Allowed): Promise<Members> {
  return { items: await work((tx) => readMembers(tx, caller.organisationId)) };
}

export async function setMemberRole(
  allowed: Allowed,
  { userId, role }: z.infer<typeof inviting.memberRole>,
): Promise<Members> {
  await change(allowed, userId, { role });
  return listMembers(allowed);
}

/** Who has left gives back the tasks that were taken, so that others can do them. */
export async function removeMember(
  allowed: Allowed,
  { userId }: z.infer<typeof inviting.memberRemove>,
): Promise<Members> {
  const { caller, work } = allowed;
  await change(allowed, userId, 'remove');
  const taken = await work((tx) => readClaimedTaskIds(tx, caller.organisationId, userId));
  for (const id of taken) {
    try {
      await releaseTask({ ...allowed, caller: { ...caller, assignee: userId } }, { id });
    } catch (error) {
      // done or taken by another one meanwhile: then there is nothing to give back
      if (!(error instanceof Problem) || error.status !== 409) throw error;
    }
  }
  return listMembers(allowed);
}

async function change(
  { caller, deps, work }: Allowed,
  userId: string,
  wanted: Parameters<typeof changeMember>[1]['change'],
): Promise<void> {
  const { organisationId, actor } = caller;
  const at = await work((tx) => nowOf(tx, organisationId));
  const outcome = await changeMember(deps.identity, { organisationId, userId, change: wanted }, { at, actor });
  if (outcome === 'unknown') throw notFound('member');
  if (outcome === 'last-manager') {
    throw conflict('last-manager', 'An organisation keeps at least one manager: name another one first.');
  }
}
