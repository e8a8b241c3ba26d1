import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { recentMessages, type RecentMessage } from './message.ts';
import { openCredits } from './open-credit.ts';
import { usableAddress } from './usable-address.ts';

/** A message under way or handed over, as what comes after it is measured by it. */
export type OutlookMessage = Omit<RecentMessage, 'debtorId'>;

export interface OutlookCredit {
  entityId: string | null;
  currency: string;
  amount: number;
}

/** What decides on the messages to one debtor, beside its invoices. */
export interface Outlook {
  ref: string;
  kind: string;
  reachable: boolean;
  quietUntil: string | null;
  recent: OutlookMessage[];
  credits: OutlookCredit[];
}

/** The same for many debtors in three statements, by their ids. */
export async function readOutlooks(
  tx: Tx,
  organisationId: string,
  { debtorIds, at }: { debtorIds: readonly string[]; at: string },
): Promise<Map<string, Outlook>> {
  const recent = await readRecent(tx, organisationId, debtorIds, at);
  const credits = await readCredits(tx, organisationId, debtorIds);
  const { rows } = await tx.execute<{
    id: string;
    ref: string;
    kind: string;
    reachable: boolean;
    quiet_until: string | Date | null;
  }>(sql`
    select d.id, d.external_ref as ref, d.kind, d.quiet_until,
      exists (select 1 from person p where p.debtor_id = d.id and ${usableAddress}) as reachable
    from debtor d where d.org_id = ${organisationId} and d.id = any(${sql.param([...debtorIds])}::uuid[])`);
  return new Map(
    rows.map(({ id, ref, kind, reachable, quiet_until: quiet }) => [
      id,
      {
        ref,
        kind,
        reachable,
        quietUntil: quiet === null ? null : new Date(quiet).toISOString(),
        recent: recent.get(id) ?? [],
        credits: credits.get(id) ?? [],
      },
    ]),
  );
}

async function readRecent(
  tx: Tx,
  organisationId: string,
  debtorIds: readonly string[],
  at: string,
): Promise<Map<string, OutlookMessage[]>> {
  const rows = await recentMessages(tx, organisationId, debtorIds, at);
  const messages = new Map<string, OutlookMessage[]>();
  for (const { debtorId, ...each } of rows) messages.set(debtorId, [...(messages.get(debtorId) ?? []), each]);
  return messages;
}

async function readCredits(
  tx: Tx,
  organisationId: string,
  debtorIds: readonly string[],
): Promise<Map<string, OutlookCredit[]>> {
  const { rows } = await tx.execute<OutlookCredit & Record<string, unknown> & { debtorId: string }>(sql`
    select debtor_id as "debtorId", entity_id as "entityId", currency, amount::float8 as amount
    from (${openCredits}) open
    where org_id = ${organisationId} and debtor_id = any(${sql.param([...debtorIds])}::uuid[])`);
  const credits = new Map<string, OutlookCredit[]>();
  for (const { debtorId, entityId, currency, amount } of rows) {
    credits.set(debtorId, [...(credits.get(debtorId) ?? []), { entityId, currency, amount }]);
  }
  return credits;
}
