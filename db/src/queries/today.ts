import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { firstStep } from '../schema/index.ts';

export interface OverdueSum {
  currency: string;
  amount: number;
  invoices: number;
}

/** What is due before today, a row for each currency, the largest number of invoices first. */
export async function sumOverdue(tx: Tx, organisationId: string, today: string): Promise<OverdueSum[]> {
  const { rows } = await tx.execute<{ currency: string; amount: string; invoices: number }>(sql`
    select currency, sum(balance)::text as amount, count(*)::int as invoices from invoice
    where org_id = ${organisationId} and status = 'open' and balance > 0 and due_date < ${today}
    group by currency order by count(*) desc, currency`);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** Calls that wait for somebody, and how many of them should have been made. */
export async function countCalls(tx: Tx, organisationId: string, now: string): Promise<{ open: number; late: number }> {
  const { rows } = await tx.execute<{ open: number; late: number }>(sql`
    select count(*)::int as open, (count(*) filter (where due_at < ${now}))::int as late from task
    where org_id = ${organisationId} and kind = 'call' and status in ('open', 'claimed')`);
  return rows[0] ?? { open: 0, late: 0 };
}

/** Which cards of the first page somebody has ticked, and when. */
export async function readFirstSteps(tx: Tx, organisationId: string, userId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ card: firstStep.card, at: firstStep.at })
    .from(firstStep)
    .where(and(eq(firstStep.orgId, organisationId), eq(firstStep.userId, userId)));
  return new Map(rows.map(({ card, at }) => [card, at]));
}

/** Ticks a card, once. */
export async function tickFirstStep(
  tx: Tx,
  organisationId: string,
  step: { userId: string; card: string; at: string },
): Promise<void> {
  await tx
    .insert(firstStep)
    .values({ orgId: organisationId, ...step })
    .onConflictDoNothing();
}

/** The scenario that most cases follow: the one to look at. */
export async function busiestScenario(tx: Tx, organisationId: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select s.id, s.name from scenario s
    left join enrolment e on e.scenario_id = s.id and e.status = 'live'
    where s.org_id = ${organisationId} and exists (select 1 from scenario_version v where v.scenario_id = s.id)
    group by s.id, s.name order by count(e.id) desc, s.id limit 1`);
  return rows[0] ?? null;
}

/** Whether the ledger holds anything, and whether somebody has set up rules: how far an organisation has come. */
export async function readSetUp(tx: Tx, organisationId: string): Promise<{ invoices: boolean; assignment: boolean }> {
  const { rows } = await tx.execute<{ invoices: boolean; assignment: boolean }>(sql`
    select exists (select 1 from invoice where org_id = ${organisationId}) as invoices, assignment_on as assignment
    from organisation where id = ${organisationId}`);
  return rows[0] ?? { invoices: false, assignment: false };
}

/** When somebody finished a call for the first time; null: never. */
export async function firstCallMade(tx: Tx, organisationId: string, actor: string): Promise<string | null> {
  const { rows } = await tx.execute<{ at: string | Date | null }>(sql`
    select min(closed_at) as at from task
    where org_id = ${organisationId} and kind = 'call' and status = 'done' and closed_by = ${actor}`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at).toISOString();
}
