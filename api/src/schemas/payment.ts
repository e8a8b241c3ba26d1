import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { money, someMoney } from './money.ts';
import { filled, text } from './text.ts';
import { date, givenDate } from './time.ts';

export const paymentCreate = z.strictObject({
  externalId: filled(),
  receivedOn: givenDate,
  amount: someMoney,
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

/** Gives invoices their parts by hand; without parts, says whose money it is. */
export const paymentAllocate = z
  .strictObject({
    id: givenId,
    debtorId: givenId.optional(),
    allocations: z.array(z.strictObject({ invoiceId: givenId, amount: someMoney })).max(1_000),
    reason: filled().optional(),
  })
  .refine(({ allocations: parts, debtorId }) => parts.length > 0 || debtorId !== undefined, {
    path: ['allocations'],
    message: 'at least one, or the debtor',
  });

/** Takes one invoice's part back. */
export const paymentUnallocate = z.strictObject({ id: givenId, invoiceId: givenId, reason: filled() });

export const paymentList = z.strictObject({
  externalId: text().optional(),
  debtorId: givenId.optional(),
  unallocated: z.boolean().optional(),
  /** Part of the payer's name, of a reference or of the payment's own number. */
  search: filled().optional(),
  ...page,
});
export const paymentGet = z.strictObject({ id: givenId });

export const payment = z
  .object({
    id,
    externalId: z.string(),
    receivedOn: date,
    amount: money,
    entityId: id.nullable(),
    /** Whose money it is, as far as that is certain. */
    debtor: z.object({ id, name: z.string() }).nullable(),
    debtorRef: z.string().nullable(),
    invoiceNumbers: z.array(z.string()).nullable(),
    reference: z.string().nullable(),
    allocations: z.array(z.object({ invoiceId: id, number: z.string(), amount: money })),
    unallocated: money,
  })
  .meta({ id: 'Payment' });

export const payments = listOf(payment);
