import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { givenMoney, money } from './money.ts';
import { filled, text } from './text.ts';
import { date, givenDate } from './time.ts';

export const paymentCreate = z.strictObject({
  externalId: filled(),
  receivedOn: givenDate,
  amount: givenMoney.refine(({ amount }) => !/^-|^0*(\.0*)?$/.test(amount), {
    path: ['amount'],
    message: 'must be more than zero',
    when: ({ issues }) => issues.length === 0,
  }),
  entityId: givenId.optional(),
  debtorRef: filled().optional(),
  invoiceNumbers: z.array(filled()).max(1_000).optional(),
  reference: text().optional(),
});

const allocations = z.array(z.object({ invoiceId: id, amount: money }));

export const paymentCreated = z.object({
  id,
  allocations,
  unallocated: money,
  /** False: the same payment had been recorded before. */
  created: z.boolean(),
});

export const paymentList = z.strictObject({
  externalId: text().optional(),
  debtorId: givenId.optional(),
  unallocated: z.boolean().optional(),
  ...page,
});

export const payments = listOf(
  z
    .object({
      id,
      externalId: z.string(),
      receivedOn: date,
      amount: money,
      entityId: id.nullable(),
      debtorRef: z.string().nullable(),
      invoiceNumbers: z.array(z.string()).nullable(),
      reference: z.string().nullable(),
      allocations,
      unallocated: money,
    })
    .meta({ id: 'Payment' }),
);
