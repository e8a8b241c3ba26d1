import type { SendingFacts } from '@relance/workflows/policy';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../schema/index.ts';
import { contactPolicyOf, POLICY } from './contact-policy.ts';

/** Days back over which the usual number of messages is counted. */
const USUAL_DAYS = 28;

/** What an organisation has set about sending, and how its day compares. Counted only where a large day would stop it. */
export async function readSendingFacts(tx: Tx, organisationId: string, now: string): Promise<SendingFacts> {
  const [row] = await tx
    .select({
      sending: organisation.sending,
      staleAfterHours: organisation.staleAfterHours,
      ledgerAt: organisation.ledgerAt,
      batchFactor: organisation.batchFactor,
      timeZone: organisation.timeZone,
      ...POLICY,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (!row) throw new Error(`organisation ${organisationId} does not exist`);
  const { timeZone, sending, staleAfterHours, ledgerAt, batchFactor } = row;
  const settings = { sending, staleAfterHours, ledgerAt, batchFactor, policy: contactPolicyOf(row) };
  if (settings.batchFactor === null) return { ...settings, today: 0, usual: null };
  return { ...settings, ...(await countMessages(tx, { organisationId, now, timeZone })) };
}

/** What a person has confirmed is not counted: it was read. */
async function countMessages(
  tx: Tx,
  { organisationId, now, timeZone }: { organisationId: string; now: string; timeZone: string },
): Promise<Pick<SendingFacts, 'today' | 'usual'>> {
  const day = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone ${timeZone})::date`;
  const today = day(sql`${now}::timestamptz`);
  const { rows } = await tx.execute<{ planned: number; sent: number; usual: number | null }>(sql`
    select
      (select count(distinct (c.debtor_id, c.entity_id, c.currency))::int from contact c
        where c.org_id = ${organisationId} and c.status = 'planned' and c.confirmed_at is null
          and (c.slot_at < (${today} + 1)::timestamp at time zone ${timeZone} or c.waiting_for = 'batch')) as planned,
      (select count(*)::int from message m
        where m.org_id = ${organisationId} and ${day(sql`m.reserved_at`)} = ${today}
          and not exists (select 1 from contact c where c.message_id = m.id and c.confirmed_at is not null)) as sent,
      (select avg(number)::float8 from (
        select count(*) as number from message m
        where m.org_id = ${organisationId} and m.handed_over_at >= ${now}::timestamptz - ${USUAL_DAYS} * interval '1 day'
          and ${day(sql`m.handed_over_at`)} < ${today}
        group by ${day(sql`m.handed_over_at`)}) days) as usual`);
  const [counted] = rows;
  return { today: (counted?.planned ?? 0) + (counted?.sent ?? 0), usual: counted?.usual ?? null };
}
