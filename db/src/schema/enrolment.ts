import type { State } from '@relance/workflows/engine';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant, orgId, recordedAt } from './columns.ts';
import { scenario, scenarioVersion } from './scenario.ts';
import { entity } from './entity.ts';
import { debtor } from './debtor.ts';
import { invoice } from './invoice.ts';

/** One invoice being worked by one version of a scenario. */
export const enrolment = pgTable(
  'enrolment',
  {
    id: id(),
    orgId: orgId(),
    invoiceId: uuid()
      .notNull()
      .references(() => invoice.id),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    entityId: uuid()
      .notNull()
      .references(() => entity.id),
    scenarioId: uuid()
      .notNull()
      .references(() => scenario.id),
    versionId: uuid()
      .notNull()
      .references(() => scenarioVersion.id),
    status: text({ enum: ['live', 'ended'] })
      .notNull()
      .default('live'),
    /** Why it is about to end, before its next step says so. */
    closing: text({ enum: ['paid', 'cancelled'] }),
    held: boolean().notNull().default(false),
    heldUntil: date({ mode: 'string' }),
    heldReason: text(),
    incidentCode: text(),
    incidentNodeId: text(),
    /** Set when a step threw: events from this number on try again; those before it were there when it threw. */
    incidentEventNo: integer(),
    /** Null until the first step. */
    state: jsonb().$type<State>(),
    /** Steps so far. */
    seq: integer().notNull().default(0),
    /** Number that the next event gets; 1 is `enrolled`. */
    nextEventNo: integer().notNull().default(1),
    wakeAt: instant(),
    runId: text(),
    pokedAt: instant(),
    pokeCount: integer().notNull().default(0),
    outcomeReason: text(),
    outcomeNodeId: text(),
    /** The rule of assignment that put it here, and the version of the list; null: a person or a program did. */
    ruleId: text(),
    assignmentVersion: integer(),
    /** Cancelled by a person who allowed that the rules put the invoice in again. */
    mayReenter: boolean().notNull().default(false),
    enrolledAt: instant().notNull(),
    enrolledBy: text().notNull(),
    endedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    uniqueIndex('enrolment_live_invoice')
      .on(t.invoiceId)
      .where(sql`status = 'live'`),
    index('enrolment_org').on(t.orgId, t.id),
    index('enrolment_debtor').on(t.debtorId),
    index('enrolment_invoice').on(t.invoiceId),
    index('enrolment_scenario').on(t.scenarioId),
    index('enrolment_wake')
      .on(t.wakeAt)
      .where(sql`status = 'live'`),
  ],
);

/** A fact that reaches an enrolment. Numbers are gapless per enrolment: the only order, the only deduplication. */
export const event = pgTable(
  'event',
  {
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    no: integer().notNull(),
    id: uuid()
      .notNull()
      .default(sql`uuidv7()`),
    orgId: orgId(),
    kind: text().notNull(),
    v: integer().notNull().default(1),
    at: instant().notNull(),
    recordedAt: recordedAt(),
    actor: text().notNull(),
    reason: text(),
    /** Id of what caused it: a payment, a task, a contact, an import. */
    cause: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Number of the step that consumed it. */
    consumedSeq: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.enrolmentId, t.no] }),
    index('event_unconsumed')
      .on(t.orgId, t.recordedAt)
      .where(sql`consumed_seq is null`),
  ],
);

/** What each step saw and said: replayed through later engines as a regression corpus. */
export const journal = pgTable(
  'journal',
  {
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    seq: integer().notNull(),
    orgId: orgId(),
    engineVersion: integer().notNull(),
    now: instant().notNull(),
    eventNos: integer().array().notNull(),
    facts: jsonb().$type<unknown>().notNull(),
    commands: jsonb().$type<unknown>().notNull(),
    stateHash: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.enrolmentId, t.seq] })],
);
