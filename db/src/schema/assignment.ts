import type { AssignmentRule } from '@relance/workflows/assignment';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, orgId, recordedAt } from './columns.ts';

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
