import type { Condition } from '@relance/workflows/plan';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, orgId, recordedAt } from './columns.ts';

/** One line of the list: where its condition holds, the scenario takes the invoice, or nobody is ever contacted. */
export interface AssignmentRule {
  /** Kept through all versions. */
  id: string;
  name: string;
  /** Null: whatever no line before has taken. */
  when: Condition | null;
  then: { kind: 'scenario'; scenarioId: string } | { kind: 'never-contact' } | { kind: 'none' };
}

/** The ordered list that puts invoices into scenarios, as it was from one save to the next. Never changed. */
export const assignmentList = pgTable(
  'assignment_list',
  {
    orgId: orgId(),
    version: integer().notNull(),
    rules: jsonb().$type<AssignmentRule[]>().notNull(),
    actor: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.version] })],
);
