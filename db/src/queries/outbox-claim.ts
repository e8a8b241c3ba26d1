import type { WorkflowKind } from '@relance/workflows/contract';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { advancesDirectly } from './sweep.ts';

export interface Claimed {
  kind: WorkflowKind;
  id: string;
  organisationId: string;
  /** Of the row as claimed: one that is written again meanwhile has another. */
  version: string;
  /**
   * `start`: a run is wanted, whether or not one is open. `signal`: the row is over, an open run may hear so and close.
   * `none`: nobody needs to be told.
   */
  reach: 'start' | 'signal' | 'none';
}

/**
 * Claims rows to poke for a while; a relay that dies lets them go by itself. An organisation that is advanced directly
 * keeps its own.
 */
export async function claimOutbox(tx: Tx, limit: number, leaseMs: number): Promise<Claimed[]> {
  const { rows } = await tx.execute<Claimed & Record<string, unknown>>(sql`
    with ripe as (
      select o.kind, o.id from outbox o left join clock on clock.org_id = o.org_id
      where (o.claimed_until is null or o.claimed_until < clock_timestamp())
        and (o.kind not in ('enrolment', 'debtor') or not coalesce(${advancesDirectly}, false))
      order by o.recorded_at limit ${limit} for update of o skip locked
    ), taken as (
      update outbox o set claimed_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
      from ripe where o.kind = ripe.kind and o.id = ripe.id
      returning o.kind, o.id, o.org_id, o.xmin::text as version
    )
    select taken.kind, taken.id, taken.org_id as "organisationId", taken.version,
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

/** Removes what has been poked, and lets go of what has not or was written again meanwhile. */
export async function settleOutbox(
  tx: Tx,
  { poked, failed }: { poked: readonly Claimed[]; failed: readonly Claimed[] },
): Promise<void> {
  const rows = (list: readonly Claimed[]) =>
    sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x (kind text, id uuid, version text)`;
  await tx.execute(sql`
    delete from outbox o using ${rows(poked)}
    where o.kind = x.kind and o.id = x.id and o.xmin::text = x.version`);
  await tx.execute(sql`
    update outbox o set claimed_until = null from ${rows([...poked, ...failed])}
    where o.kind = x.kind and o.id = x.id and o.claimed_until is not null`);
}
