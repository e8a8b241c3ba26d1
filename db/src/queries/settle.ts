import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { recordEvents, type NewEvent } from './event.ts';
import { withdrawDemands } from './settle-demands.ts';

export interface BalanceChange {
  invoiceId: string;
  /** What is left to pay, in minor units. */
  balance: number;
  by: 'money' | 'credit' | 'tolerance';
  paymentId?: string;
}

export interface SettleContext {
  actor: string;
  /** Organisation's time. */
  at: string;
  /** Id of the payment, the import, … that changed the balances. */
  cause?: string | null;
}

interface Changed extends BalanceChange {
  debtorId: string;
  currency: string;
  enrolmentId: string | null;
}

/**
 * Writes new balances and all that follows from them, in the caller's transaction: status of the invoice, an event for
 * its live enrolment and, where nothing is left to pay, the demands and tasks withdrawn at once, whoever is running.
 * Whether the enrolment ends is the engine's answer to the event. The caller holds the locks of debtors and invoices.
 */
export async function settle(
  tx: Tx,
  organisationId: string,
  changes: readonly BalanceChange[],
  context: SettleContext,
): Promise<void> {
  if (changes.length === 0) return;
  const changed = await writeBalances(tx, organisationId, changes, context.at);
  const live = changed.filter((each) => each.enrolmentId !== null);
  const paid = live.filter((each) => each.balance === 0).map((each) => each.enrolmentId ?? '');
  await tx.execute(sql`
    update enrolment set closing = coalesce(closing, 'paid')
    where org_id = ${organisationId} and id = any(${sql.param(paid)}::uuid[])`);
  await withdrawDemands(tx, organisationId, {
    enrolmentIds: paid,
    invoiceIds: changed.map((each) => each.invoiceId),
    reason: 'paid',
    ...context,
  });
  await recordEvents(
    tx,
    organisationId,
    live.map((each) => eventOf(each, context)),
  );
  await appendAudit(
    tx,
    organisationId,
    changed.map((each) => entryOf(each, context)),
  );
}

/** Updates the invoices, then locks their live enrolments, ids ascending. */
async function writeBalances(
  tx: Tx,
  organisationId: string,
  changes: readonly BalanceChange[],
  at: string,
): Promise<Changed[]> {
  const rows = JSON.stringify(changes.map(({ invoiceId, balance, by }) => ({ id: invoiceId, balance, by })));
  const invoices = await tx.execute<{ id: string; debtor_id: string; currency: string }>(sql`
    update invoice set balance = new.balance, updated_at = ${at},
      status = case when new.balance > 0 then 'open' when new.by = 'credit' then 'credited' else 'paid' end
    from jsonb_to_recordset(${rows}::jsonb) as new (id uuid, balance bigint, by text)
    where invoice.id = new.id and invoice.org_id = ${organisationId}
    returning invoice.id, invoice.debtor_id, invoice.currency`);
  const ids = invoices.rows.map((row) => row.id);
  const enrolments = await tx.execute<{ id: string; invoice_id: string }>(sql`
    select id, invoice_id from enrolment
    where org_id = ${organisationId} and invoice_id = any(${sql.param(ids)}::uuid[]) and status = 'live'
    order by id for no key update`);
  const enrolmentOf = new Map(enrolments.rows.map((row) => [row.invoice_id, row.id]));
  const invoiceOf = new Map(invoices.rows.map((row) => [row.id, row]));
  return changes.flatMap((change) => {
    const invoice = invoiceOf.get(change.invoiceId);
    if (!invoice) return [];
    const enrolmentId = enrolmentOf.get(change.invoiceId) ?? null;
    return [{ ...change, debtorId: invoice.debtor_id, currency: invoice.currency, enrolmentId }];
  });
}

function eventOf(change: Changed, { actor, at, cause = null }: SettleContext): NewEvent {
  const { paymentId, by, balance, currency } = change;
  const common = { enrolmentId: change.enrolmentId ?? '', at, actor, cause: paymentId ?? cause };
  const payment = paymentId ? { paymentId } : {};
  return balance === 0
    ? { ...common, kind: 'paid', data: { by, ...payment } }
    : { ...common, kind: 'balance-changed', data: { balance: { amount: balance, currency }, ...payment } };
}

function entryOf(change: Changed, { actor, at, cause = null }: SettleContext): AuditEntry {
  return {
    at,
    actor,
    kind: change.balance === 0 ? 'paid' : 'balance-changed',
    enrolmentId: change.enrolmentId,
    debtorId: change.debtorId,
    invoiceId: change.invoiceId,
    ref: change.paymentId ?? cause,
    data: { balance: change.balance, currency: change.currency, by: change.by },
  };
}
