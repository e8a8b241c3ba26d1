import type { EventData, EventKind } from '@relance/workflows/engine';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { poke } from './outbox.ts';

export type NewEvent = {
  [Kind in EventKind]: {
    enrolmentId: string;
    kind: Kind;
    at: string;
    actor: string;
    reason?: string | null;
    /** Id of what caused it. */
    cause?: string | null;
    data: EventData[Kind];
  };
}[EventKind];

/**
 * Records facts for enrolments: each gets its enrolment's next number and the enrolment is poked, all in the caller's
 * transaction. An enrolment that has ended takes no event. Several events of one enrolment keep their order.
 * Returns the ids of the enrolments that took one.
 */
export async function recordEvents(tx: Tx, organisationId: string, events: readonly NewEvent[]): Promise<string[]> {
  const taken = new Set<string>();
  let rest = events;
  while (rest.length > 0) {
    const round = firstOfEach(rest);
    rest = rest.filter((event) => !round.includes(event));
    const rows = JSON.stringify(
      round.map((event) => ({ ...event, reason: event.reason ?? null, cause: event.cause ?? null })),
    );
    const result = await tx.execute<{ enrolment_id: string }>(sql`
      with new as (
        select * from jsonb_to_recordset(${rows}::jsonb)
          as x ("enrolmentId" uuid, kind text, at timestamptz, actor text, reason text, cause text, data jsonb)
      ), locked as (
        select id from enrolment where id in (select "enrolmentId" from new) and status = 'live' order by id for no key update
      ), numbered as (
        update enrolment e set next_event_no = e.next_event_no + 1
        from locked where e.id = locked.id
        returning e.id, e.next_event_no - 1 as no
      )
      insert into event (enrolment_id, no, org_id, kind, at, actor, reason, cause, data)
      select numbered.id, numbered.no, ${organisationId}, new.kind, new.at, new.actor, new.reason, new.cause, new.data
      from numbered join new on new."enrolmentId" = numbered.id
      returning enrolment_id`);
    for (const row of result.rows) taken.add(row.enrolment_id);
  }
  const ids = [...taken];
  await poke(tx, organisationId, 'enrolment', ids);
  return ids;
}

function firstOfEach(events: readonly NewEvent[]): NewEvent[] {
  const seen = new Map<string, NewEvent>();
  for (const event of events) if (!seen.has(event.enrolmentId)) seen.set(event.enrolmentId, event);
  return [...seen.values()];
}
