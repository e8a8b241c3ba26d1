import type { Graph } from '@relance/workflows/scenario';
import type { Plan } from '@relance/workflows/plan';
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, recordedAt } from './columns.ts';

/** The drawing as it is being edited. `rev` counts saves; a save against an older one is a conflict. */
export const scenario = pgTable(
  'scenario',
  {
    id: id(),
    orgId: orgId(),
    name: text().notNull(),
    rev: integer().notNull().default(1),
    graph: jsonb().$type<Graph>().notNull(),
    updatedAt: instant().notNull(),
    updatedBy: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('scenario_org').on(t.orgId, t.id)],
);

/** An immutable published scenario with its plan. */
export const scenarioVersion = pgTable(
  'scenario_version',
  {
    id: id(),
    orgId: orgId(),
    scenarioId: uuid()
      .notNull()
      .references(() => scenario.id),
    version: integer().notNull(),
    graph: jsonb().$type<Graph>().notNull(),
    plan: jsonb().$type<Plan>().notNull(),
    planHash: text().notNull(),
    publishedAt: instant().notNull(),
    publishedBy: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [unique('scenario_version_once').on(t.scenarioId, t.version)],
);
