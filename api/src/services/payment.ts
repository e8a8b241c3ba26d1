import type { z } from 'zod';
import { parseMoney } from '@relance/workflows/plan';
import type { Tx } from '@relance/db';
import {
  findEntity,
  findPayment,
  nowOf,
  readAllocations,
  readPayments,
  recordPayments,
  type ListedPayment,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/payment.ts';
import { groupBy } from './group-by.ts';
import { moneyOf } from './money.ts';

type Payment = z.infer<typeof schemas.payment>;

export function createPayment(
  { caller, work }: Allowed,
  { amount: given, ...payment }: z.infer<typeof schemas.paymentCreate>,
): Promise<z.infer<typeof schemas.paymentCreated>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const money = parseMoney(given);
    if (!money) throw new Error('the schema let an amount pass that is no money');
    if (payment.entityId && !(await findEntity(tx, organisationId, payment.entityId))) throw notFound('entity');
    const at = await nowOf(tx, organisationId);
    const [recorded] = await recordPayments(tx, organisationId, [{ ...payment, ...money }], { actor, at });
    if (!recorded) throw new Error('a payment was recorded without a result');
    const { id, status, allocations, unallocated, currency } = recorded;
    if (status === 'conflict') {
      throw conflict('payment-exists', `Payment ${payment.externalId} was recorded with other content.`);
    }
    return {
      id,
      allocations: allocations.map(({ invoiceId, amount }) => ({ invoiceId, amount: moneyOf(amount, currency) })),
      unallocated: moneyOf(unallocated, currency),
      created: status === 'created',
    };
  });
}

export function listPayments(
  { caller, work }: Allowed,
  { limit, cursor, ...filters }: z.infer<typeof schemas.paymentList>,
): Promise<z.infer<typeof schemas.payments>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    const rows = await readPayments(tx, caller.organisationId, { filters, page });
    const { items, nextCursor } = listFrom(rows, page);
    return { items: await paymentsOf(tx, caller.organisationId, items), nextCursor };
  });
}

export function getPayment({ caller, work }: Allowed, { id }: z.infer<typeof schemas.paymentGet>): Promise<Payment> {
  return work((tx) => readPayment(tx, caller.organisationId, id));
}

/** One payment as people see it. */
export async function readPayment(tx: Tx, organisationId: string, id: string): Promise<Payment> {
  const row = await findPayment(tx, organisationId, id);
  const [payment] = row ? await paymentsOf(tx, organisationId, [row]) : [];
  if (!payment) throw notFound('payment');
  return payment;
}

async function paymentsOf(tx: Tx, organisationId: string, rows: readonly ListedPayment[]): Promise<Payment[]> {
  const allocated = await readAllocations(
    tx,
    organisationId,
    rows.map(({ id }) => id),
  );
  const partsOf = groupBy(allocated, ({ paymentId }) => paymentId);
  return rows.map(({ currency, amount, unallocated, ...row }) => ({
    ...row,
    amount: moneyOf(amount, currency),
    allocations: partsOf(row.id).map(({ invoiceId, number, amount: part }) => ({
      invoiceId,
      number,
      amount: moneyOf(part, currency),
    })),
    unallocated: moneyOf(unallocated, currency),
  }));
}
