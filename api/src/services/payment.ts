import type { z } from 'zod';
import { parseMoney } from '@relance/workflows/plan';
import { findEntity, nowOf, readAllocations, readPayments, recordPayments } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/payment.ts';
import { groupBy } from './group-by.ts';
import { moneyOf } from './money.ts';

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
    const allocated = await readAllocations(
      tx,
      caller.organisationId,
      items.map(({ id }) => id),
    );
    const partsOf = groupBy(allocated, ({ paymentId }) => paymentId);
    return {
      items: items.map(({ currency, amount, unallocated, ...row }) => ({
        ...row,
        amount: moneyOf(amount, currency),
        allocations: partsOf(row.id).map((part) => ({
          invoiceId: part.invoiceId,
          amount: moneyOf(part.amount, currency),
        })),
        unallocated: moneyOf(unallocated, currency),
      })),
      nextCursor,
    };
  });
}
