import type { Calendar } from '@relance/workflows/engine';
import type { ContactPolicy } from '@relance/workflows/policy';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../schema/index.ts';
import { calendarOf } from './calendar.ts';

/** The columns of a contact policy, beside others that are read of an organisation. */
export const POLICY = {
  messagesPerWeek: organisation.messagesPerWeek,
  messagesPerWeekConsumer: organisation.messagesPerWeekConsumer,
  callsPerDay: organisation.callsPerDay,
  callsPerDayConsumer: organisation.callsPerDayConsumer,
  sendFrom: organisation.sendFrom,
  sendUntil: organisation.sendUntil,
};

type Row = Record<
  'messagesPerWeek' | 'messagesPerWeekConsumer' | 'callsPerDay' | 'callsPerDayConsumer',
  number | null
> &
  Record<'sendFrom' | 'sendUntil', string | null>;

export function contactPolicyOf({ sendFrom, sendUntil, ...row }: Row): ContactPolicy {
  return {
    messagesPerWeek: { business: row.messagesPerWeek, consumer: row.messagesPerWeekConsumer },
    callsPerDay: { business: row.callsPerDay, consumer: row.callsPerDayConsumer },
    hours: sendFrom === null || sendUntil === null ? null : { from: sendFrom, until: sendUntil },
  };
}

/** The same as columns, to be written. */
export function policyColumns({ messagesPerWeek, callsPerDay, hours }: ContactPolicy): Row {
  return {
    messagesPerWeek: messagesPerWeek.business,
    messagesPerWeekConsumer: messagesPerWeek.consumer,
    callsPerDay: callsPerDay.business,
    callsPerDayConsumer: callsPerDay.consumer,
    sendFrom: hours?.from ?? null,
    sendUntil: hours?.until ?? null,
  };
}

/** The policy of an organisation and its own open days around an instant. */
export async function readContactPolicy(
  tx: Tx,
  organisationId: string,
  at: string,
): Promise<{ policy: ContactPolicy; calendar: Calendar }> {
  const [row] = await tx
    .select({
      ...POLICY,
      country: organisation.country,
      timeZone: organisation.timeZone,
      closures: sql<
        string[]
      >`array(select c.day::text from closure c where c.org_id = ${organisation.id} order by c.day)`,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (!row) throw new Error(`organisation ${organisationId} does not exist`);
  const { closures, country, timeZone } = row;
  const year = Number(at.slice(0, 4));
  const years = { from: year, to: year + 1 };
  return {
    policy: contactPolicyOf(row),
    calendar: calendarOf({ country: null, fallback: { country, timeZone }, closures, years }),
  };
}
