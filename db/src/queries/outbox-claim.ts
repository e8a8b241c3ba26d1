import type { WorkflowKind } from '@relance/workflows/contract';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { advancesDirectly } from './sweep.ts';

export interface Claimed {
  kind: WorkflowKind;
  id: string;
  organisationId: string;
  /**
   * `start`: a run is wanted, whether or not one is open. `signal`: the row is over, an open run may hear so and close.
   * `none`: nobody needs to be told.
   */
  reach: 'start' | 'signal' | 'none';
}

/** Takes rows to poke; they are gone when the transaction commits. An organisation that is advanced directly keeps its own. */
export async function claimOutbox(tx: Tx, limit: number): Promise<Claimed[]> {
  const { rows } = await tx.execute<Claimed & Record<string, unknown>>(sql`
    with ripe as (
      select o.kind, o.id from outbox o left join clock on clock.org_id = o.org_id
      where o.kind not in ('enrolment', 'debtor') or not coalesce(${advancesDirectly}, false)
      order by o.recorded_at limit ${limit} for update of o skip locked
    ), taken as (
      delete from outbox o using ripe where o.kind = ripe.kind and o.id = ripe.id returning o.kind, o.id, o.org_id
    )
    select taken.kind, taken.id, taken.org_id as "organisationId",
      case
        when taken.kind = 'enrolment' then
          case when e.status = 'live' then 'start' when e.run_id is not null then 'signal' else 'none' end
        when taken.kind = 'import' then
          case when i.status = 'running' then 'start' when i.run_id is not null then 'signal' else 'none' end
        else 'start'
      end as reach
    from taken
    left join enrolment e on taken.kind = 'enrolment' and e.id = taken.id
    left join import i on taken.kind = 'import' and i.id = taken.id`);
  return rows;
}

/** Puts back what could not be poked; a row that somebody has written again meanwhile stays as it is. */
export async function returnToOutbox(tx: Tx, rows: readonly Claimed[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into outbox (kind, id, org_id)
    select kind, id, "organisationId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (kind text, id uuid, "organisationId" uuid)
    order by kind, id
    on conflict (kind, id) do nothing`);
}
