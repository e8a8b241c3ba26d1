import type { Correspondent } from '@relance/workflows/templates';
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, entity, invoice, organisation, task, taskCase } from '../schema/index.ts';
import { usableAddress } from './usable-address.ts';

export type Addressee = NonNullable<Awaited<ReturnType<typeof readAddressee>>>;
export type OpenInvoice = Awaited<ReturnType<typeof readOpenInvoices>>[number];
export type Creditor = Awaited<ReturnType<typeof readCreditors>>[number];

/** Who a debtor is, in whose organisation, and the persons that can be written to, oldest first. */
export async function readAddressee(tx: Tx, organisationId: string, debtorId: string) {
  const [row] = await tx
    .select({
      ref: debtor.externalRef,
      kind: debtor.kind,
      language: debtor.language,
      country: debtor.country,
      organisation: {
        country: organisation.country,
        timeZone: organisation.timeZone,
      },
      persons: sql<Correspondent[]>`coalesce((
        select json_agg(json_build_object('name', p.name, 'role', p.role, 'email', btrim(p.email)) order by p.id)
        from person p where p.debtor_id = ${debtor.id} and ${usableAddress}), '[]')`,
      owner: sql<{ name: string; email: string } | null>`(
        select json_build_object('name', m.name, 'email', m.email) from auth.member m
        where m.org_id = ${debtor.orgId} and m.user_id = ${debtor.owner})`,
      closures: sql<string[]>`array(
        select c.day::text from closure c where c.org_id = ${debtor.orgId} order by c.day)`,
    })
    .from(debtor)
    .innerJoin(organisation, eq(organisation.id, debtor.orgId))
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, debtorId)));
  return row ?? null;
}

/** Open invoices of a debtor in all entities, by due date; `held`: nothing is said about them now. */
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
      url: invoice.url,
      balance: invoice.balance,
      // qualified by hand: a select from one table names its columns without it
      held: sql<boolean>`("invoice"."excluded" or "invoice"."disputed_at" is not null or exists (
        select 1 from enrolment e where e.invoice_id = "invoice"."id" and e.status = 'live' and e.held))`,
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
      // what was said of this invoice alone, else what was said of all: the sum of a promise, not an invoice's share
      values: sql<Record<string, unknown> | null>`case
        when ${taskCase.outcome} <> ${task.outcome} then ${taskCase.values} else ${task.values} end`,
    })
    .from(taskCase)
    .innerJoin(task, eq(task.id, taskCase.taskId))
    .where(and(inArray(taskCase.enrolmentId, [...enrolmentIds]), eq(task.kind, 'call'), eq(task.status, 'done')))
    .orderBy(desc(task.closedAt), desc(task.id))
    .limit(1);
  return row ? { ...row, at: new Date(row.at).toISOString() } : null;
}
