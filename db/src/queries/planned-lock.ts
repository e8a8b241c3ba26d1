import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, debtor, enrolment, invoice, task, taskCase } from '../schema/index.ts';

/** A contact that is still planned, with the open case of the task that asks for its confirmation. */
export interface LockedContact {
  id: string;
  enrolmentId: string;
  invoiceId: string;
  debtorId: string;
  entityId: string;
  currency: string;
  nodeId: string;
  visit: number;
  waitingFor: (typeof contact.$inferSelect)['waitingFor'];
  reason: string | null;
  slotAt: string | null;
  caseId: string | null;
  taskId: string | null;
}

/**
 * Locks planned contacts with all that stands above them, in the order of the whole application. Those that are no longer
 * planned are left out.
 */
export async function lockPlannedContacts(
  tx: Tx,
  organisationId: string,
  contactIds: readonly string[],
): Promise<LockedContact[]> {
  const mine = and(eq(contact.orgId, organisationId), inArray(contact.id, [...contactIds]));
  const seen = await tx
    .select({ debtorId: contact.debtorId, invoiceId: contact.invoiceId, enrolmentId: contact.enrolmentId })
    .from(contact)
    .where(mine);
  if (seen.length === 0) return [];
  const ids = (pick: (row: (typeof seen)[number]) => string): string[] => [...new Set(seen.map(pick))];
  const debtorIds = ids((row) => row.debtorId);
  const enrolmentIds = ids((row) => row.enrolmentId);
  await tx
    .select({ id: debtor.id })
    .from(debtor)
    .where(inArray(debtor.id, debtorIds))
    .orderBy(asc(debtor.id))
    .for('no key update');
  await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(
      inArray(
        invoice.id,
        ids((row) => row.invoiceId),
      ),
    )
    .orderBy(asc(invoice.id))
    .for('no key update');
  await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(inArray(enrolment.id, enrolmentIds))
    .orderBy(asc(enrolment.id))
    .for('no key update');
  await tx.execute(sql`
    select id from task
    where kind = 'confirm-email' and status in ('open', 'claimed') and id in (
      select task_id from task_case where enrolment_id = any(${sql.param(enrolmentIds)}::uuid[]) and left_at is null)
    order by id for no key update`);
  await tx.select({ id: contact.id }).from(contact).where(mine).orderBy(asc(contact.id)).for('no key update');
  const openCase = and(
    eq(taskCase.enrolmentId, contact.enrolmentId),
    eq(taskCase.nodeId, contact.nodeId),
    eq(taskCase.visit, contact.visit),
    sql`${taskCase.leftAt} is null`,
    sql`exists (select 1 from ${task} where ${task.id} = ${taskCase.taskId} and ${task.kind} = 'confirm-email'
      and ${task.status} in ('open', 'claimed'))`,
  );
  return tx
    .select({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      debtorId: contact.debtorId,
      entityId: contact.entityId,
      currency: contact.currency,
      nodeId: contact.nodeId,
      visit: contact.visit,
      waitingFor: contact.waitingFor,
      reason: contact.reason,
      slotAt: contact.slotAt,
      caseId: taskCase.id,
      taskId: taskCase.taskId,
    })
    .from(contact)
    .leftJoin(taskCase, openCase)
    .where(and(mine, eq(contact.status, 'planned')))
    .orderBy(asc(contact.id));
}
