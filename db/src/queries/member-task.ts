import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { task } from '../schema/index.ts';

/** Ids of the tasks that somebody has taken and not done. */
export async function readClaimedTaskIds(tx: Tx, organisationId: string, assignee: string): Promise<string[]> {
  const rows = await tx
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.orgId, organisationId), eq(task.assignee, assignee), eq(task.status, 'claimed')))
    .orderBy(asc(task.id));
  return rows.map(({ id }) => id);
}
