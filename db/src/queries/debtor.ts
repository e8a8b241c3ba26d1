import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, person } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';

const COLUMNS = {
  id: debtor.id,
  name: debtor.name,
  externalRef: debtor.externalRef,
  kind: debtor.kind,
  language: debtor.language,
  country: debtor.country,
  siren: debtor.siren,
  owner: debtor.owner,
  excluded: debtor.excluded,
};

/** Debtors, newest first. */
export function readDebtors(tx: Tx, organisationId: string, page: ListPage) {
  return tx
    .select(COLUMNS)
    .from(debtor)
    .where(and(eq(debtor.orgId, organisationId), after(debtor.id, page)))
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
