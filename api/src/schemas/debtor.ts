import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { money } from './money.ts';
import { language } from './session.ts';
import { filled } from './text.ts';
import { date, givenDate, instant } from './time.ts';

export const debtorContact = z
  .object({
    id,
    name: z.string(),
    role: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    emailStatus: z.enum(['usable', 'bounced']),
  })
  .meta({ id: 'DebtorContact' });

export const debtorList = z.strictObject({
  /** Part of the name, of a reference or of an address. */
  search: filled().optional(),
  /** Owes something that is due before today, or the contrary. */
  overdue: z.boolean().optional(),
  ...page,
});
export const debtorGet = z.strictObject({ id: givenId });

const reason = filled();
export const debtorCommand = z.discriminatedUnion('type', [
  z.strictObject({ id: givenId, type: z.literal('hold'), reason, until: givenDate }),
  z.strictObject({ id: givenId, type: z.literal('resume'), reason }),
  z.strictObject({ id: givenId, type: z.literal('cancel'), reason, mayReenter: z.boolean().optional() }),
  z.strictObject({ id: givenId, type: z.literal('exclude'), reason }),
  z.strictObject({ id: givenId, type: z.literal('include'), reason }),
]);

export const debtorCommanded = z.object({
  /** The cases that do as they are told. */
  enrolmentIds: z.array(id),
  /** The others that go on, and why they were left alone. */
  skipped: z.array(z.object({ enrolmentId: id, reason: z.enum(['closing', 'not-held']) })),
});

export const debtorAccount = z.object({ entityId: id, entityName: z.string(), ref: z.string() });

export const debtor = z
  .object({
    id,
    name: z.string(),
    externalRef: z.string(),
    kind: z.enum(['business', 'public', 'consumer', 'unknown']),
    language: language.nullable(),
    country: z.string().nullable(),
    siren: z.string().nullable(),
    vatNumber: z.string().nullable(),
    segment: z.string().nullable(),
    owner: z.string().nullable(),
    contacts: z.array(debtorContact),
    excluded: z.boolean(),
    excludedReason: z.string().nullable(),
    /** The debtor that it turned out to be. */
    mergedInto: id.nullable(),
    /** In the organisation's currency; what is owed in others stands in `overdueByCurrency`. */
    overdue: money,
    overdueByCurrency: z.array(money),
    oldestDueDate: date.nullable(),
  })
  .meta({ id: 'Debtor' });

export const debtors = listOf(debtor);

/** A debtor with what its sheet shows beside the list's row. */
export const debtorSheet = debtor
  .extend({
    /** Its references in the ledgers of the entities. */
    accounts: z.array(debtorAccount),
    /** What it has to its credit: credit notes, and money that no invoice has taken. Amounts above zero. */
    credits: z.array(
      z.object({
        entityId: id.nullable(),
        kind: z.enum(['credit-note', 'unallocated']),
        number: z.string(),
        date: date.nullable(),
        amount: money,
      }),
    ),
    /** Debtors that turned out to be this one, newest first. */
    merges: z.array(
      z.object({
        id,
        merged: z.object({ id, name: z.string(), externalRef: z.string() }),
        reason: z.string(),
        actor: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'DebtorSheet' });
