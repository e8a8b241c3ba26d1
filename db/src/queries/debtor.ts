import { and, desc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { account, debtor, person } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';
import { textIn } from './text-in.ts';

const COLUMNS = {
  id: debtor.id,
  name: debtor.name,
  externalRef: debtor.externalRef,
  kind: debtor.kind,
  language: debtor.language,
  country: debtor.country,
  siren: debtor.siren,
  vatNumber: debtor.vatNumber,
  segment: debtor.segment,
  owner: debtor.owner,
  excluded: debtor.excluded,
  excludedReason: debtor.excludedReason,
  mergedInto: debtor.mergedInto,
};

export interface DebtorFilters {
  /** Part of the name, of a reference or of an address. */
  search?: string | undefined;
  /** Owes something that is due before today, or the contrary. */
  overdue?: boolean | undefined;
  /** Looked after by this person. */
  owner?: string | undefined;
}

function matching(tx: Tx, { search, overdue, owner }: DebtorFilters, today: string) {
  const owes = sql`exists (select 1 from invoice i where i.debtor_id = ${debtor.id} and i.status = 'open' and i.balance > 0
    and i.due_date < ${today})`;
  const references = tx
    .select()
    .from(account)
    .where(and(eq(account.debtorId, debtor.id), textIn(account.ref, search ?? '')));
  const addresses = tx
    .select()
    .from(person)
    .where(and(eq(person.debtorId, debtor.id), textIn(person.email, search ?? '')));
  return and(
    search === undefined
      ? undefined
      : or(textIn(debtor.name, search), textIn(debtor.externalRef, search), exists(references), exists(addresses)),
    overdue === undefined ? undefined : overdue ? owes : sql`not ${owes}`,
    owner === undefined ? undefined : eq(debtor.owner, owner),
  );
}

/** Debtors, newest first. */
export function readDebtors(
  tx: Tx,
  organisationId: string,
  { filters, page, today }: { filters: DebtorFilters; page: ListPage; today: string },
) {
  return tx
    .select(COLUMNS)
    .from(debtor)
    .where(
      and(
        eq(debtor.orgId, organisationId),
        isNull(debtor.mergedInto),
        matching(tx, filters, today),
        after(debtor.id, page),
      ),
    )
    .orderBy(desc(debtor.id))
    .limit(rowsOf(page));
}

export type ListedDebtor = Awaited<ReturnType<typeof readDebtors>>[number];

export async function findDebtor(tx: Tx, organisationId: string, id: string): Promise<ListedDebtor | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(debtor)
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, id)));
  return row;
}

/** Those of these debtors that there are. */
export function findDebtors(tx: Tx, organisationId: string, ids: readonly string[]): Promise<ListedDebtor[]> {
  return tx
    .select(COLUMNS)
    .from(debtor)
    .where(and(eq(debtor.orgId, organisationId), inArray(debtor.id, [...ids])));
}

/** Keeps others from changing a debtor; undefined when there is none. */
export async function lockDebtor(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(debtor)
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, id)))
    .for('no key update');
  return row;
}

/** The persons at these debtors, oldest first. */
export function readPersons(tx: Tx, organisationId: string, debtorIds: readonly string[]) {
  return tx
    .select({
      id: person.id,
      debtorId: person.debtorId,
      name: person.name,
      role: person.role,
      email: person.email,
      phone: person.phone,
      emailStatus: person.emailStatus,
    })
    .from(person)
    .where(and(eq(person.orgId, organisationId), inArray(person.debtorId, [...debtorIds])))
    .orderBy(person.id);
}

export interface OverdueRow {
  debtorId: string;
  currency: string;
  amount: number;
  oldestDueDate: string;
}

/** What these debtors owe that is due before `today`, a row for each currency. */
export async function readOverdue(
  tx: Tx,
  organisationId: string,
  { debtorIds, today }: { debtorIds: readonly string[]; today: string },
): Promise<OverdueRow[]> {
  const { rows } = await tx.execute<{ debtor_id: string; currency: string; amount: string; oldest: string }>(sql`
    select debtor_id, currency, sum(balance) as amount, min(due_date)::text as oldest
    from invoice
    where org_id = ${organisationId} and debtor_id = any(${sql.param([...debtorIds])}::uuid[])
      and status = 'open' and balance > 0 and due_date < ${today}
    group by debtor_id, currency
    order by debtor_id, currency`);
  return rows.map((row) => ({
    debtorId: row.debtor_id,
    currency: row.currency,
    amount: Number(row.amount),
    oldestDueDate: row.oldest,
  }));
}

/**
 * Keeps an address that somebody found: a person of that role without a usable one gets it, else a person is added.
 */
export async function addAddress(
  tx: Tx,
  organisationId: string,
  { debtorId, email, role = 'billing' }: { debtorId: string; email: string; role?: string },
): Promise<void> {
  const [free] = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.orgId, organisationId),
        eq(person.debtorId, debtorId),
        eq(person.role, role),
        sql`(${person.emailStatus} = 'bounced' or btrim(coalesce(${person.email}, '')) = '')`,
      ),
    )
    .orderBy(person.id)
    .limit(1);
  if (free) {
    await tx.update(person).set({ email, emailStatus: 'usable' }).where(eq(person.id, free.id));
  } else {
    await tx.insert(person).values({ orgId: organisationId, debtorId, role, email });
  }
}
