import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

export interface NodeStanding {
  nodeId: string;
  currency: string;
  cases: number;
  amount: number;
}

/** Live cases of a scenario, all versions, by the node on which they stand, with what is left to pay on them. */
export async function readStandingByNode(tx: Tx, organisationId: string, scenarioId: string): Promise<NodeStanding[]> {
  const { rows } = await tx.execute<{ node_id: string; currency: string; cases: number; amount: string }>(sql`
    select stands.node_id, i.currency, count(*)::int as cases, sum(i.balance)::text as amount
    from (
      select distinct e.id, e.invoice_id, t ->> 'nodeId' as node_id
      from enrolment e cross join lateral jsonb_array_elements(e.state -> 'tokens') t
      where e.org_id = ${organisationId} and e.scenario_id = ${scenarioId} and e.status = 'live'
    ) stands
    join invoice i on i.id = stands.invoice_id
    group by stands.node_id, i.currency
    order by stands.node_id, count(*) desc, i.currency`);
  return rows.map((row) => ({
    nodeId: row.node_id,
    currency: row.currency,
    cases: row.cases,
    amount: Number(row.amount),
  }));
}
