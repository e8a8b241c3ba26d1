import { SPREAD_MINUTES } from '@relance/workflows/policy';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../schema/index.ts';
import { releaseWaits } from './contact.ts';

/** Whether messages may leave; `lock` keeps others from switching until the transaction ends. */
export async function readSending(tx: Tx, organisationId: string, lock = false): Promise<boolean> {
  const query = tx
    .select({ sending: organisation.sending })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  const [row] = await (lock ? query.for('no key update') : query);
  if (!row) throw new Error(`there is no organisation ${organisationId}`);
  return row.sending;
}

/** Turns sending on or off. On: what waited for it is looked at again; returns how many contacts that is. */
export async function writeSending(
  tx: Tx,
  organisationId: string,
  { on, at }: { on: boolean; at: string },
): Promise<number> {
  await tx.update(organisation).set({ sending: on }).where(eq(organisation.id, organisationId));
  return on ? releaseWaits(tx, organisationId, { waitingFor: 'sending' }, at) : 0;
}

/**
 * What would leave at once if sending were turned on: contacts that wait for nothing else and whose time has come or comes
 * within the quarter hour, as messages (one for a debtor, entity and currency) and debtors.
 */
export async function countHeldBack(
  tx: Tx,
  organisationId: string,
  now: string,
): Promise<{ messages: number; debtors: number }> {
  const { rows } = await tx.execute<{ messages: number; debtors: number }>(sql`
    select count(distinct (debtor_id, entity_id, currency))::int as messages, count(distinct debtor_id)::int as debtors
    from contact
    where org_id = ${organisationId} and status = 'planned'
      and (waiting_for = 'sending' or slot_at <= ${now}::timestamptz + make_interval(mins => ${SPREAD_MINUTES}))`);
  return rows[0] ?? { messages: 0, debtors: 0 };
}
