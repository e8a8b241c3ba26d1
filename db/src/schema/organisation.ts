import { boolean, doublePrecision, integer, pgTable, primaryKey, date, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, recordedAt } from './columns.ts';

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
