import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql, lte } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, enrolment, invoice } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';
import { textIn } from './text-in.ts';

export interface InvoiceFilters {
  status?: 'open' | 'paid' | 'credited' | undefined;
  debtorId?: string | undefined;
  number?: string | undefined;
  dueBefore?: string | undefined;
  /** Due before today with a balance above zero, or the contrary. */
  overdue?: boolean | undefined;
}

export interface SearchedInvoices extends InvoiceFilters {
  /** Part of the number or of the debtor's name. */
  search?: string | undefined;
  disputed?: boolean | undefined;
  /** Of debtors that this person looks after. */
  owner?: string | undefined;
  excluded?: boolean | undefined;
}

function matching(organisationId: string, filters: InvoiceFilters, today: string) {
  const { status, debtorId, number, dueBefore, overdue } = filters;
  return and(
    eq(invoice.orgId, organisationId),
    status === undefined ? undefined : eq(invoice.status, status),
    debtorId === undefined ? undefined : eq(invoice.debtorId, debtorId),
    number === undefined ? undefined : eq(invoice.number, number),
    dueBefore === undefined ? undefined : lt(invoice.dueDate, dueBefore),
    overdue === undefined
      ? undefined
      : overdue
        ? and(lt(invoice.dueDate, today), gt(invoice.balance, 0))
        : or(sql`${invoice.dueDate} >= ${today}`, lte(invoice.balance, 0)),
  );
}

function selectInvoices(tx: Tx) {
  return tx
    .select({
      id: invoice.id,
      number: invoice.number,
      debtor: { id: debtor.id, name: debtor.name, externalRef: debtor.externalRef },
      entityId: invoice.entityId,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      total: invoice.total,
      balance: invoice.balance,
      currency: invoice.currency,
      status: invoice.status,
      enrolmentId: enrolment.id,
      excluded: invoice.excluded,
      excludedReason: invoice.excludedReason,
      disputedAt: invoice.disputedAt,
      disputeReason: invoice.disputeReason,
      disputedAmount: invoice.disputedAmount,
    })
    .from(invoice)
    .innerJoin(debtor, eq(debtor.id, invoice.debtorId))
    .leftJoin(enrolment, and(eq(enrolment.invoiceId, invoice.id), eq(enrolment.status, 'live')))
    .$dynamic();
}

export type ListedInvoice = Awaited<ReturnType<typeof readInvoices>>[number];

/** Invoices with their debtor and live enrolment, newest first. */
export function readInvoices(
  tx: Tx,
  organisationId: string,
  { filters, page, today }: { filters: SearchedInvoices; page: ListPage; today: string },
) {
  const { search, disputed, excluded, owner, ...exact } = filters;
  const found = search === undefined ? undefined : or(textIn(invoice.number, search), textIn(debtor.name, search));
  return selectInvoices(tx)
    .where(
      and(
        matching(organisationId, exact, today),
        found,
        owner === undefined ? undefined : eq(debtor.owner, owner),
        disputed === undefined ? undefined : disputed ? isNotNull(invoice.disputedAt) : isNull(invoice.disputedAt),
        excluded === undefined ? undefined : eq(invoice.excluded, excluded),
        after(invoice.id, page),
      ),
    )
    .orderBy(desc(invoice.id))
    .limit(rowsOf(page));
}

export async function findInvoice(tx: Tx, organisationId: string, id: string): Promise<ListedInvoice | undefined> {
  const [row] = await selectInvoices(tx).where(and(eq(invoice.orgId, organisationId), eq(invoice.id, id)));
  return row;
}

/** What people call invoices, by id. */
export async function readInvoiceNumbers(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: invoice.id, number: invoice.number })
    .from(invoice)
    .where(and(eq(invoice.orgId, organisationId), inArray(invoice.id, [...ids])));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Ids of all invoices that match, oldest first. */
export async function readInvoiceIds(
  tx: Tx,
  organisationId: string,
  { filters, today }: { filters: InvoiceFilters; today: string },
): Promise<string[]> {
  const rows = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(matching(organisationId, filters, today))
    .orderBy(invoice.id);
  return rows.map(({ id }) => id);
}
