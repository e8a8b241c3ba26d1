import type { z } from 'zod';
import { formatMoney, parseMoney } from '@relance/workflows/plan';
import {
  allocatePayment as allocate,
  lockPayment,
  nowOf,
  unallocatePayment as unallocate,
  type LockedInvoice,
  type LockedPayment,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused, type InputError } from '../problem.ts';
import type * as schemas from '../schemas/payment.ts';
import { readPayment } from './payment.ts';

type Asked = z.infer<typeof schemas.paymentAllocate>;
type Payment = z.infer<typeof schemas.payment>;
type Part = { invoice: LockedInvoice; amount: number };

/** Money that no invoice took is given to invoices by a person who knows what it is for. */
export function allocatePayment({ caller, work }: Allowed, asked: Asked): Promise<Payment> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const invoiceIds = asked.allocations.map(({ invoiceId }) => invoiceId);
    const debtorId = asked.debtorId ?? null;
    const locked = await lockPayment(tx, organisationId, { paymentId: asked.id, invoiceIds, debtorId });
    if (!locked) throw notFound('payment');
    if (!locked.debtorKnown) throw notFound('debtor');
    const { payment, invoices } = locked;
    const { parts, errors } = partsOf(asked.allocations, payment, invoices);
    if (errors.length > 0) throw refused('not-allocatable', 'This money cannot be given like that.', { errors });
    const [payer, ...others] = new Set(parts.map(({ invoice }) => invoice.debtorId));
    await allocate(tx, organisationId, {
      payment,
      parts,
      debtorId: debtorId ?? (others.length === 0 ? (payer ?? null) : null),
      reason: asked.reason ?? null,
      actor,
      at: await nowOf(tx, organisationId),
    });
    return readPayment(tx, organisationId, asked.id);
  });
}

/** What an invoice took by mistake is taken back; it is owed again. */
export function unallocatePayment(
  { caller, work }: Allowed,
  { id, invoiceId, reason }: z.infer<typeof schemas.paymentUnallocate>,
): Promise<Payment> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const locked = await lockPayment(tx, organisationId, { paymentId: id, invoiceIds: [invoiceId] });
    if (!locked) throw notFound('payment');
    const [invoice] = locked.invoices;
    if (!invoice) throw notFound('invoice');
    const at = await nowOf(tx, organisationId);
    const done = await unallocate(tx, organisationId, { payment: locked.payment, invoice, reason, actor, at });
    if (!done) throw conflict('not-allocated', 'This invoice has taken nothing of this payment.');
    return readPayment(tx, organisationId, id);
  });
}

function partsOf(
  asked: Asked['allocations'],
  payment: LockedPayment,
  invoices: readonly LockedInvoice[],
): { parts: Part[]; errors: InputError[] } {
  const parts: Part[] = [];
  const errors: InputError[] = [];
  let left = payment.unallocated;
  asked.forEach(({ invoiceId, amount: given }, index) => {
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (!invoice) throw notFound('invoice');
    const amount = parseMoney(given)?.amount ?? 0;
    left -= amount;
    const fault = faultOf({ invoice, amount, currency: given.currency }, payment, left, parts);
    if (fault) errors.push({ path: ['allocations', index, fault.at].join('.'), message: fault.message });
    parts.push({ invoice, amount });
  });
  return { parts, errors };
}

function faultOf(
  { invoice, amount, currency }: Part & { currency: string },
  payment: LockedPayment,
  left: number,
  before: readonly Part[],
): { at: 'invoiceId' | 'amount'; message: string } | null {
  if (before.some(({ invoice: { id } }) => id === invoice.id)) return { at: 'invoiceId', message: 'given twice' };
  if (currency !== payment.currency || invoice.currency !== payment.currency) {
    return { at: 'amount', message: `the payment is in ${payment.currency}` };
  }
  if (payment.entityId !== null && invoice.entityId !== payment.entityId) {
    return { at: 'invoiceId', message: 'the money came to another entity' };
  }
  if (amount > invoice.balance) {
    return {
      at: 'amount',
      message: `more than is owed (${formatMoney({ amount: invoice.balance, currency }).amount})`,
    };
  }
  return left < 0 ? { at: 'amount', message: 'more than is left of the payment' } : null;
}
