import { OUTBOX_VIEWS } from '@relance/db/queries';
import { WAITS } from '@relance/db/schema';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { money } from './money.ts';
import { phrase } from './phrase.ts';
import { language } from './session.ts';
import { filled, text } from './text.ts';
import { date, givenDate, instant } from './time.ts';

const view = z.enum(OUTBOX_VIEWS);

export const outboxList = z.strictObject({
  /**
   * To be decided by a person, leaving by themselves today or later, set aside, stopped with all sending, or blocked by a
   * fact.
   */
  view: view.default('decide'),
  /** Part of the debtor's name. */
  search: filled().optional(),
  limit: z.int().min(1).max(500).default(500),
  /** Where the page before ended. */
  cursor: z.stringFormat('cursor', /^\d{1,9}$/).optional(),
});

export const outboxGroup = z
  .object({
    debtor: z.object({ id, name: z.string() }),
    entity: z.object({ id, name: z.string() }),
    /** What is asked for: the balances of the invoices. */
    amount: money,
    invoices: z.int(),
    contactIds: z.array(id),
    tone: z.int(),
    templates: z.array(z.string()),
    /** Empty: nothing but their slot. */
    waitingFor: z.array(z.enum(WAITS)),
    /** What somebody or the product said of it. */
    reason: z.string().nullable(),
    /** Why it waits, or when it leaves: sentences. Values `at` and `until` are instants. */
    phrases: z.array(phrase),
    slotAt: instant.nullable(),
    /** Until when somebody has set its confirmation aside. */
    asideUntil: instant.nullable(),
    to: z.array(z.string()),
    /** Why it stands before others. */
    risks: z.array(z.enum(['largest', 'first-contact', 'gravest'])),
  })
  .meta({ id: 'OutboxGroup' });

export const outbox = z.object({
  items: z.array(outboxGroup),
  /** Groups of this view, those beyond the limit included. */
  total: z.int(),
  counts: z.record(view, z.int()),
  sending: z.boolean(),
  /** Cases that are only just beginning: their messages are still to come. */
  entering: z.int(),
  /** What stops messages that nobody has read, and how many of them it has stopped. */
  brakes: z.object({
    ledger: z.object({
      /** Last payment or list of open items. */
      at: instant.nullable(),
      staleAfterHours: z.int().nullable(),
      /** Whole hours since then. */
      hours: z.int().nullable(),
      messages: z.int(),
    }),
    batch: z.object({
      factor: z.number().nullable(),
      /** Counted only where a factor is set. */
      today: z.int(),
      usual: z.number().nullable(),
      messages: z.int(),
    }),
  }),
  nextCursor: z.string().nullable(),
});

export const outboxCounts = z.object({ counts: z.record(view, z.int()) });

export const outboxPreview = z.strictObject({
  debtorId: givenId,
  entityId: givenId,
  currency: text(10),
  /** Only what stands in this view. */
  view: view.optional(),
});

/** What would become of these contacts if they were free to leave now. */
export const outboxPreviewed = z.object({
  messages: z.array(
    z.object({
      contactIds: z.array(id),
      template: z.string(),
      tone: z.int(),
      language,
      to: z.array(z.string()),
      from: z.string(),
      replyTo: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      /** The words that are filled in: what somebody may change for this message alone. */
      wording: z.object({ subject: z.string(), body: z.string() }),
      edited: z.boolean(),
      invoices: z.array(
        z.object({
          id,
          number: z.string(),
          dueDate: date,
          balance: money,
          demanded: z.boolean(),
          url: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Contacts that would not leave now although a person wants it, and why. */
  kept: z.array(
    z.object({
      contactId: id,
      invoiceId: id,
      number: z.string(),
      reason: z.enum([
        'minimum-distance',
        'weekly-cap',
        'closed',
        'covered',
        'covered-by-credits',
        'incomplete',
        'answered',
        'blocked',
        'settled',
        'next-message',
      ]),
      until: instant.nullable(),
      missing: z.array(z.string()),
    }),
  ),
});

/** Contacts of a few hundred debtors at a time: what one person can have looked at. */
const contactIds = z.array(givenId).min(1).max(5_000);

export const outboxSend = z.strictObject({ contactIds });
export const outboxDrop = z.strictObject({ contactIds, reason: filled() });
export const outboxHold = z.strictObject({ contactIds, reason: filled(), until: givenDate.optional() });
export const outboxEdit = z.strictObject({
  contactIds: z.array(givenId).min(1).max(500),
  subject: filled(300).refine((value) => !/[\r\n]/.test(value), 'one line'),
  body: filled(20_000),
});

/** How many of them did as they were told; the others are no longer planned. */
export const outboxDone = z.object({ contacts: z.int(), debtors: z.int(), gone: z.array(id) });
