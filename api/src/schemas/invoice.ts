import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { money, someMoney } from './money.ts';
import { filled, text } from './text.ts';
import { date, givenDate, instant } from './time.ts';

const status = z.enum(['open', 'paid', 'credited']);

export const invoiceFilters = {
  status: status.optional(),
  debtorId: givenId.optional(),
  number: text().optional(),
  dueBefore: givenDate.optional(),
  overdue: z.boolean().optional(),
};

const reason = filled();
export const invoiceCommand = z.discriminatedUnion('type', [
  z.strictObject({ id: givenId, type: z.literal('exclude'), reason }),
  z.strictObject({ id: givenId, type: z.literal('include'), reason }),
  /** Without an amount all of it is contested. */
  z.strictObject({ id: givenId, type: z.literal('dispute'), reason, amount: someMoney.optional() }),
  z.strictObject({ id: givenId, type: z.literal('settle-dispute'), reason }),
  z.strictObject({ id: givenId, type: z.literal('hold'), reason, until: givenDate }),
  z.strictObject({ id: givenId, type: z.literal('resume'), reason }),
]);

export const invoiceList = z.strictObject({
  ...invoiceFilters,
  /** Part of the number or of the debtor's name. */
  search: filled().optional(),
  disputed: z.boolean().optional(),
  excluded: z.boolean().optional(),
  ...page,
});
export const invoiceGet = z.strictObject({ id: givenId });

export const invoice = z
  .object({
    id,
    number: z.string(),
    debtor: z.object({ id, name: z.string(), externalRef: z.string() }),
    entityId: id,
    issueDate: date.nullable(),
    dueDate: date,
    total: money,
    balance: money,
    status,
    daysOverdue: z.int(),
    enrolmentId: id.nullable(),
    /** Kept out of scenarios by a person. */
    excluded: z.boolean(),
    excludedReason: z.string().nullable(),
    /** Contested; amount null: all of it. */
    dispute: z.object({ at: instant, reason: z.string(), amount: money.nullable() }).nullable(),
  })
  .meta({ id: 'Invoice' });

export const invoices = listOf(invoice);
