import type { Delay } from '@relance/workflows/plan';
import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, minor, orgId, recordedAt } from './columns.ts';
import { entity } from './entity.ts';
import { debtor } from './debtor.ts';
import { invoice } from './invoice.ts';
import { enrolment } from './enrolment.ts';

/** What a planned contact can wait for beside its slot. */
export const WAITS = [
  'confirmation',
  'hold',
  'address',
  'exclusion',
  'refused',
  'dispute',
  'sending',
  'stale',
  'batch',
  'person',
] as const;

/** One invoice's part in one attempt to reach the debtor. */
export const contact = pgTable(
  'contact',
  {
    id: id(),
    orgId: orgId(),
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoice.id),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    entityId: uuid().notNull(),
    currency: text().notNull(),
    nodeId: text().notNull(),
    visit: integer().notNull(),
    channel: text({ enum: ['email'] }).notNull(),
    template: text().notNull(),
    tone: integer().notNull(),
    /** Roles of the persons to write to. */
    recipients: text().array().notNull(),
    answerIn: jsonb().$type<Delay>(),
    minimumDistanceDays: integer().notNull(),
    status: text({ enum: ['planned', 'reserved', 'sent', 'covered', 'not-sent', 'unknown', 'cancelled'] })
      .notNull()
      .default('planned'),
    reason: text(),
    /** What a planned contact without slot waits for. */
    waitingFor: text({ enum: WAITS }),
    /** Somebody has read it and wants it to leave: it waits for no confirmation, old ledger or large batch again. */
    confirmedAt: instant(),
    confirmedBy: text(),
    /** The text that somebody wrote for it instead of its template's. */
    editId: uuid(),
    plannedAt: instant().notNull(),
    /** From when it may leave; null while it waits for a person. */
    slotAt: instant(),
    messageId: uuid().references(() => message.id),
    coveredBy: uuid().references(() => message.id),
    sentAt: instant(),
    settledAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('contact_step').on(t.enrolmentId, t.nodeId, t.visit),
    index('contact_org').on(t.orgId, t.id),
    index('contact_debtor').on(t.debtorId, t.status),
    index('contact_invoice').on(t.invoiceId),
    index('contact_slot')
      .on(t.slotAt)
      .where(sql`status = 'planned'`),
    index('contact_message').on(t.messageId),
  ],
);

/** What really leaves: one text, one channel, several contacts. Recipients, text and contacts are frozen at reservation. */
export const message = pgTable(
  'message',
  {
    id: id(),
    orgId: orgId(),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    entityId: uuid()
      .notNull()
      .references(() => entity.id),
    currency: text().notNull(),
    channel: text({ enum: ['email'] }).notNull(),
    status: text({
      enum: ['reserved', 'attempting', 'handed-over', 'refused', 'unknown', 'delivered', 'bounced'],
    })
      .notNull()
      .default('reserved'),
    /** Raised by each claim; a later write must match it. */
    fence: integer().notNull().default(0),
    /** Real time until which the claim is good. */
    leaseUntil: instant(),
    template: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    tone: integer().notNull(),
    minimumDistanceDays: integer().notNull(),
    to: text().array().notNull(),
    from: text().notNull(),
    replyTo: text(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** Derived from the id, so that a provider can be asked for it. */
    messageIdHeader: text().notNull(),
    /** Version of the organisation's own text; null: the standard one. */
    templateVersion: integer(),
    /** Somebody changed this one text before it left. */
    edited: boolean().notNull().default(false),
    answerBy: date({ mode: 'string' }),
    reason: text(),
    attempts: integer().notNull().default(0),
    reservedAt: instant().notNull(),
    handedOverAt: instant(),
    settledAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('message_org').on(t.orgId, t.id),
    index('message_debtor').on(t.debtorId, t.handedOverAt),
    index('message_pending')
      .on(t.leaseUntil)
      .where(sql`status in ('reserved', 'attempting')`),
  ],
);

/** The invoices that stand in a message: demanded ones are its table, the others stand there for information. */
export const messageInvoice = pgTable(
  'message_invoice',
  {
    messageId: uuid()
      .notNull()
      .references(() => message.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoice.id),
    orgId: orgId(),
    demanded: boolean().notNull(),
    balance: minor().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.invoiceId] }), index('message_invoice_invoice').on(t.invoiceId)],
);

/** What the built-in catcher accepted, one row per acceptance, repeats included. */
export const mail = pgTable(
  'mail',
  {
    id: id(),
    orgId: orgId(),
    messageId: uuid().notNull(),
    messageIdHeader: text().notNull(),
    to: text().array().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    receivedAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('mail_org').on(t.orgId, t.id), index('mail_message').on(t.messageId)],
);

/** What somebody wrote instead of a template's text, for one message: good for exactly these contacts. */
export const messageEdit = pgTable(
  'message_edit',
  {
    id: id(),
    orgId: orgId(),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    contactIds: uuid().array().notNull(),
    subject: text().notNull(),
    /** Paragraphs; variables stand in them as in a template. */
    paragraphs: text().array().notNull(),
    actor: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('message_edit_debtor').on(t.debtorId)],
);

/** The organisation's own words for a standard text; the largest version counts, older ones are kept. */
export const ownText = pgTable(
  'own_text',
  {
    orgId: orgId(),
    template: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    version: integer().notNull(),
    /** False: back to the standard text. */
    own: boolean().notNull().default(true),
    subject: text().notNull(),
    paragraphs: text().array().notNull(),
    actor: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.template, t.language, t.version] })],
);
