import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { money } from './money.ts';
import { filled, text } from './text.ts';
import { date, givenDate } from './time.ts';

const status = z.enum(['open', 'paid', 'credited']);

export const invoiceFilters = {
  status: status.optional(),
  debtorId: givenId.optional(),
  number: text().optional(),
  dueBefore: givenDate.optional(),
  overdue: z.boolean().optional(),
};

export const invoiceList = z.strictObject({
  ...invoiceFilters,
  /** Part of the number or of the debtor's name. */
  search: filled().optional(),
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
  })
  .meta({ id: 'Invoice' });

export const invoices = listOf(invoice);
