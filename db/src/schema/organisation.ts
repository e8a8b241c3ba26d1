import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, id, instant, minor, orgId, recordedAt } from './columns.ts';

/** The tenant. `id` is what every other row carries as `org_id`. */
export const organisation = pgTable('organisation', {
  id: id(),
  name: text().notNull(),
  /** Simulated time, built-in mailbox, nothing leaves: demo, training, tests. Never changes. */
  sandbox: boolean().notNull().default(false),
  currency: text().notNull().default('EUR'),
  country: text().notNull().default('FR'),
  language: text({ enum: ['fr', 'en'] })
    .notNull()
    .default('fr'),
  timeZone: text().notNull().default('Europe/Paris'),
  /** Off: whatever is planned stays planned. Sandboxes begin with it on, because nothing leaves them. */
  sending: boolean().notNull().default(false),
  /** A remainder up to this counts as paid, in minor units of the organisation's currency; of debtors abroad for bank charges. */
  tolerance: minor().notNull().default(100),
  toleranceAbroad: minor().notNull().default(1_500),
  /** Business days for which a debtor who has answered is left alone. */
  replyHoldDays: integer().notNull().default(3),
  /** Hours after which the ledger is too old to send on; null: never. */
  staleAfterHours: integer(),
  /** A day with more than this many times the usual messages waits for a person; null: never. */
  batchFactor: doublePrecision(),
  /** Most messages to one debtor in seven days; null: any number. */
  messagesPerWeek: integer(),
  messagesPerWeekConsumer: integer(),
  /** Attempts to call one debtor in a day; null: any number. */
  callsPerDay: integer(),
  callsPerDayConsumer: integer(),
  /** Times of day `HH:MM` between which messages leave by themselves on open days; null: at any time. */
  sendFrom: text(),
  sendUntil: text(),
  /** Organisation's time of the last payment or list of open items: how old the ledger is. */
  ledgerAt: instant(),
  /** Whether invoices are put into scenarios by themselves, which version of the rules does it, and when it does next. */
  assignmentOn: boolean().notNull().default(false),
  assignmentVersion: integer().notNull().default(0),
  assignmentAt: instant(),
  /** Of the last run: when it was, and how many invoices it put into scenarios. */
  assignmentRanAt: instant(),
  assignmentRanCount: integer(),
  /** Of a demo only: the seed it was made of. */
  demoSeed: integer(),
  recordedAt: recordedAt(),
});

/** now(organisation) = anchorOrg + (real − anchorReal) × speed. A production clock is the real one (speed 1, equal anchors). */
export const clock = pgTable('clock', {
  orgId: uuid()
    .primaryKey()
    .references(() => organisation.id),
  anchorReal: instant().notNull(),
  anchorOrg: instant().notNull(),
  speed: doublePrecision().notNull().default(1),
  rev: integer().notNull().default(0),
  /** Target of an advance under way; survives crashes. */
  advancingTo: instant(),
  advanceVia: text({ enum: ['direct', 'workflows'] }),
  /** Where the advance under way began, and how many steps it has taken: progress on the page. */
  advancingFrom: instant(),
  advanceCount: integer().notNull().default(0),
  /** From when to when the last advance went: what its story tells. */
  advancedFrom: instant(),
  advancedTo: instant(),
  runId: text(),
  pokedAt: instant(),
  pokeCount: integer().notNull().default(0),
});

/** Days on which the company is closed, beside the public holidays of the calendar. */
export const closure = pgTable(
  'closure',
  { orgId: orgId(), day: date({ mode: 'string' }).notNull(), label: text().notNull().default('') },
  (t) => [primaryKey({ columns: [t.orgId, t.day] })],
);

/** The organisation's own mail server; without one the installation's is used, without that the built-in mailbox. */
export const mailServer = pgTable('mail_server', {
  orgId: uuid()
    .primaryKey()
    .references(() => organisation.id),
  host: text().notNull(),
  port: integer().notNull(),
  security: text({ enum: ['tls', 'starttls', 'none'] }).notNull(),
  username: text(),
  /** Sealed with the installation's key; never leaves in a reply. */
  password: bytes(),
  testedAt: instant(),
  updatedAt: instant().notNull(),
});

/** The cards of the first page that a person has ticked by doing them. */
export const firstStep = pgTable(
  'first_step',
  { orgId: orgId(), userId: text().notNull(), card: text().notNull(), at: instant().notNull(), id: id() },
  (t) => [unique('first_step_once').on(t.orgId, t.userId, t.card)],
);

/** What Relance itself writes to people of the organisation: an invitation, a test of the mail server. */
export const staffMail = pgTable(
  'staff_mail',
  {
    id: id(),
    orgId: orgId(),
    kind: text({ enum: ['invitation', 'test'] }).notNull(),
    /** Id of the invitation. */
    ref: text(),
    to: text().notNull(),
    subject: text().notNull(),
    /** Sealed, because a link in it lets in whoever has it; gone once it has left. */
    body: bytes(),
    status: text({ enum: ['planned', 'sent', 'failed'] })
      .notNull()
      .default('planned'),
    /** Why it did not leave. */
    reason: text({ enum: ['refused', 'unreachable', 'password', 'security', 'unreadable', 'unknown'] }),
    /** What the server said, where it refused the message itself. */
    detail: text(),
    actor: text().notNull(),
    at: instant().notNull(),
    settledAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [index('staff_mail_org').on(t.orgId, t.id)],
);
