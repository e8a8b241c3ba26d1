import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, recordedAt } from './columns.ts';

/** What a simulated debtor, colleague or ledger will do at an instant of a sandbox. Rows exist in sandboxes only. */
export const simulatedAct = pgTable(
  'simulated_act',
  {
    id: id(),
    orgId: orgId(),
    /** Equal for the same reaction to the same cause: planned once. */
    key: text().notNull(),
    at: instant().notNull(),
    kind: text().notNull(),
    debtorId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    doneAt: instant(),
    /** What it came to, or why it was not done. */
    result: text(),
    recordedAt: recordedAt(),
  },
  (t) => [unique('simulated_act_once').on(t.orgId, t.key), index('simulated_act_due').on(t.orgId, t.doneAt, t.at)],
);

/** How each debtor of a demo behaves. */
export const simulatedDebtor = pgTable(
  'simulated_debtor',
  {
    debtorId: uuid().primaryKey(),
    orgId: orgId(),
    group: text().notNull(),
    traits: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('simulated_debtor_org').on(t.orgId)],
);

/** How far a demo's simulation has come. */
export const simulation = pgTable('simulation', {
  orgId: uuid().primaryKey(),
  /** Audit row up to which reactions have been planned. */
  seenAuditId: uuid(),
  colleagueTakesAll: boolean().notNull().default(false),
});

/** The rows of a demo as they were on its first day, table by table in the order in which they can be written anew. */
export const demoStart = pgTable(
  'demo_start',
  {
    orgId: orgId(),
    no: integer().notNull(),
    name: text().notNull(),
    rows: jsonb().$type<Record<string, unknown>[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.no] })],
);
