import type { ContactPolicy } from '@relance/workflows/policy';
import { eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../schema/index.ts';

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

export async function readContactPolicy(tx: Tx, organisationId: string): Promise<ContactPolicy> {
  const [row] = await tx.select(POLICY).from(organisation).where(eq(organisation.id, organisationId));
  if (!row) throw new Error(`organisation ${organisationId} does not exist`);
  return contactPolicyOf(row);
}
