import { sql } from 'drizzle-orm';
import type { World } from './world.ts';

export interface Left {
  number: string;
  left: number;
}

/** By number, as two ledgers are compared. */
export function byNumber(items: readonly Left[]): Left[] {
  return items
    .map(({ number, left }) => ({ number, left }))
    .toSorted((one, other) => (one.number < other.number ? -1 : 1));
}

/** Looks at one entity's ledger with SQL of its own and none of the product's code. What is wrong is listed. */
export async function auditLedger({ owner }: World, organisationId: string, entityId: string) {
  const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
    (await owner.execute(query)).rows as Row[];
  await owner.execute(sql`create table began as select id, balance from invoice`);
  return {
    rows,
    invoices: async () =>
      byNumber(
        await rows<Left & Record<string, unknown>>(sql`
          select number, balance::float8 as left from invoice
          where org_id = ${organisationId} and entity_id = ${entityId} and status = 'open' and balance > 0`),
      ),
    credits: async () =>
      byNumber(
        await rows<Left & Record<string, unknown>>(sql`
          select number, balance::float8 as left from credit
          where org_id = ${organisationId} and entity_id = ${entityId} and balance > 0`),
      ),
    /** Everything of other entities. */
    others: () =>
      rows(sql`
        select entity_id, number, status, balance::text from invoice
        where org_id <> ${organisationId} or entity_id <> ${entityId} order by 1, 2`),
    async findings() {
      return {
        // what an invoice began with, and each recorded change since, make what is left of it
        unaccounted: await rows(sql`
          select i.number, i.balance, b.balance as began, sum(a.after - a.before) as moved
          from invoice i
          left join began b on b.id = i.id
          left join adjustment a on a.invoice_id = i.id and a.import_id is not null
          where i.org_id = ${organisationId} and i.entity_id = ${entityId}
          group by i.id, b.balance
          having i.balance <> coalesce(b.balance,
              (select f.before from adjustment f where f.invoice_id = i.id order by f.id limit 1), i.balance)
            + coalesce(sum(a.after - a.before), 0)`),
        // changes of one invoice that do not follow from each other
        broken: await rows(sql`
          select invoice_id, before, previous from (
            select invoice_id, before, lag(after) over (partition by invoice_id order by id) as previous
            from adjustment where import_id is not null) each
          where previous is not null and previous <> before`),
        // follow-ups that go on although nothing is due, and what is planned for them
        chasing: await rows(sql`
          select i.number, e.status from enrolment e join invoice i on i.id = e.invoice_id
          where i.entity_id = ${entityId} and i.balance = 0 and e.status <> 'ended' and e.closing is null
          union all
          select i.number, 'contact ' || c.status from contact c join invoice i on i.id = c.invoice_id
          where i.entity_id = ${entityId} and i.balance = 0 and c.status in ('planned', 'reserved')`),
      };
    },
  };
}

export const NOTHING_WRONG = { unaccounted: [], broken: [], chasing: [] };
