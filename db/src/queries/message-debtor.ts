import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { closure, debtor, enrolment, entity, invoice, organisation, person, task, taskCase } from '../schema/index.ts';

export type Addressee = NonNullable<Awaited<ReturnType<typeof readAddressee>>>;
export type OpenInvoice = Awaited<ReturnType<typeof readOpenInvoices>>[number];
export type Creditor = Awaited<ReturnType<typeof readCreditors>>[number];

/** Who a debtor is, in whose organisation, and the persons that can be written to, oldest first. */
export async function readAddressee(tx: Tx, organisationId: string, debtorId: string) {
  const [row] = await tx
    .select({
      id: debtor.id,
      ref: debtor.externalRef,
      kind: debtor.kind,
      language: debtor.language,
      country: debtor.country,
      excluded: debtor.excluded,
      organisation: {
        id: organisation.id,
        sandbox: organisation.sandbox,
        country: organisation.country,
        timeZone: organisation.timeZone,
      },
    })
    .from(debtor)
    .innerJoin(organisation, eq(organisation.id, debtor.orgId))
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, debtorId)));
  if (!row) return null;
  const persons = await tx
    .select({ name: person.name, role: person.role, email: sql<string>`btrim(${person.email})` })
    .from(person)
    .where(
      and(
        eq(person.debtorId, debtorId),
        eq(person.emailStatus, 'usable'),
        sql`btrim(coalesce(${person.email}, '')) <> ''`,
      ),
    )
    .orderBy(asc(person.id));
  const closures = await tx.select({ day: closure.day }).from(closure).where(eq(closure.orgId, organisationId));
  return { ...row, persons, closures: closures.map(({ day }) => day) };
}

/** Open invoices of a debtor in all entities, by due date; `held`: their case stands still. */
export async function readOpenInvoices(tx: Tx, organisationId: string, debtorId: string) {
  return tx
    .select({
      id: invoice.id,
      entityId: invoice.entityId,
      currency: invoice.currency,
      number: invoice.number,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      total: invoice.total,
      balance: invoice.balance,
      held: sql<boolean>`exists (
        select 1 from ${enrolment} where ${enrolment.invoiceId} = ${invoice.id}
          and ${enrolment.status} = 'live' and ${enrolment.held})`,
    })
    .from(invoice)
    .where(
      and(
        eq(invoice.orgId, organisationId),
        eq(invoice.debtorId, debtorId),
        eq(invoice.status, 'open'),
        gt(invoice.balance, 0),
      ),
    )
    .orderBy(asc(invoice.dueDate), asc(invoice.number), asc(invoice.id));
}

/** The creditor companies of that ids. */
export async function readCreditors(tx: Tx, organisationId: string, ids: readonly string[]) {
  return tx
    .select()
    .from(entity)
    .where(and(eq(entity.orgId, organisationId), inArray(entity.id, [...new Set(ids)])));
}

/** The last call that was completed for one of these cases; null: none was. */
export async function readLastCall(tx: Tx, enrolmentIds: readonly string[]) {
  const [row] = await tx
    .select({
      at: sql<string>`${task.closedAt}`,
      outcome: sql<string>`coalesce(${taskCase.outcome}, ${task.outcome}, '')`,
      values: sql<Record<string, unknown> | null>`coalesce(${task.values}, ${taskCase.values})`,
    })
    .from(taskCase)
    .innerJoin(task, eq(task.id, taskCase.taskId))
    .where(and(inArray(taskCase.enrolmentId, [...enrolmentIds]), eq(task.kind, 'call'), eq(task.status, 'done')))
    .orderBy(desc(task.closedAt), desc(task.id))
    .limit(1);
  return row ? { ...row, at: new Date(row.at).toISOString() } : null;
}
