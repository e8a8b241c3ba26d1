import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { appendAudit } from './audit.ts';
import { settle, type BalanceChange, type SettleContext } from './settle.ts';

/** What money leaves of an invoice, in minor units. */
export interface Paid {
  invoiceId: string;
  balance: number;
  paymentId: string;
}

/** Whether what is left of an invoice is too small to be asked for; an invoice that is mostly unpaid never is. */
export function isSmallRemainder({ balance, total }: { balance: number; total: number }, tolerance: number): boolean {
  return balance > 0 && balance <= tolerance && balance * 2 < total;
}

/**
 * Settles invoices that money was allocated to. A remainder within the organisation's tolerance counts as paid: it is
 * written off in the same transaction, and the trail says so. The caller holds the locks of debtors and invoices.
 */
export async function settlePaid(
  tx: Tx,
  organisationId: string,
  paid: readonly Paid[],
  context: SettleContext,
): Promise<void> {
  if (paid.length === 0) return;
  const remainders = await readRemainders(tx, organisationId, paid);
  const rows = remainders.map(({ invoiceId, balance, paymentId }) => ({ invoiceId, before: balance, paymentId }));
  await tx.execute(sql`
    insert into adjustment (org_id, invoice_id, before, after, payment_id, at)
    select ${organisationId}, x."invoiceId", x.before, 0, x."paymentId", ${context.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x ("invoiceId" uuid, before bigint, "paymentId" uuid)`);
  await appendAudit(
    tx,
    organisationId,
    remainders.map(({ debtorId, invoiceId, enrolmentId, balance, currency, paymentId }) => ({
      at: context.at,
      actor: context.actor,
      kind: 'remainder-written-off',
      debtorId,
      invoiceId,
      enrolmentId,
      ref: paymentId,
      data: { amount: balance, currency },
    })),
  );
  const small = new Set(remainders.map(({ invoiceId }) => invoiceId));
  const changes = paid.map((each): BalanceChange =>
    small.has(each.invoiceId) ? { ...each, balance: 0, by: 'tolerance' } : { ...each, by: 'money' },
  );
  await settle(tx, organisationId, changes, context);
}

interface Remainder extends Paid {
  debtorId: string;
  enrolmentId: string | null;
  currency: string;
}

/** Those of the remainders that are small. The tolerance is in the organisation's currency; in others there is none. */
async function readRemainders(tx: Tx, organisationId: string, paid: readonly Paid[]): Promise<Remainder[]> {
  const left = new Map(paid.filter(({ balance }) => balance > 0).map((each) => [each.invoiceId, each]));
  if (left.size === 0) return [];
  const { rows } = await tx.execute<{
    id: string;
    debtor_id: string;
    enrolment_id: string | null;
    currency: string;
    total: number;
    tolerance: number;
  }>(sql`
    select i.id, i.debtor_id, e.id as enrolment_id, i.currency, i.total::float8 as total,
      (case when coalesce(d.country, o.country) = o.country then o.tolerance else o.tolerance_abroad end)::float8 as tolerance
    from invoice i
    join debtor d on d.id = i.debtor_id
    join organisation o on o.id = i.org_id and o.currency = i.currency
    left join enrolment e on e.invoice_id = i.id and e.status = 'live'
    where i.org_id = ${organisationId} and i.id = any(${sql.param([...left.keys()])}::uuid[])
    order by i.id`);
  return rows.flatMap(({ id, debtor_id: debtorId, enrolment_id: enrolmentId, currency, total, tolerance }) => {
    const each = left.get(id);
    if (!each || !isSmallRemainder({ balance: each.balance, total }, tolerance)) return [];
    return [{ ...each, debtorId, enrolmentId, currency }];
  });
}
