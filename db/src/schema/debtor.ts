import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, recordedAt } from './columns.ts';
import { entity } from './entity.ts';

/** A legal person that owes: owner of addresses, language and contact budget, whatever ledgers it stands in. */
export const debtor = pgTable(
  'debtor',
  {
    id: id(),
    orgId: orgId(),
    name: text().notNull(),
    /** Reference of its first account; what other systems call it. */
    externalRef: text().notNull(),
    kind: text({ enum: ['business', 'public', 'consumer', 'unknown'] })
      .notNull()
      .default('unknown'),
    siren: text(),
    language: text({ enum: ['fr', 'en'] }),
    country: text(),
    segment: text(),
    /** User id of the collector who looks after it. */
    owner: text(),
    excluded: boolean().notNull().default(false),
    excludedReason: text(),
    runId: text(),
    pokedAt: instant(),
    pokeCount: integer().notNull().default(0),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('debtor_org').on(t.orgId, t.id),
    index('debtor_ref').on(t.orgId, t.externalRef),
    index('debtor_poked')
      .on(t.pokedAt)
      .where(sql`poked_at is not null`),
  ],
);

/** A debtor's reference in one entity's ledger. */
export const account = pgTable(
  'account',
  {
    id: id(),
    orgId: orgId(),
    entityId: uuid()
      .notNull()
      .references(() => entity.id),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    ref: text().notNull(),
  },
  (t) => [unique('account_entity_ref').on(t.entityId, t.ref), index('account_debtor').on(t.debtorId)],
);

/** Somebody to write to or to call at the debtor's. */
export const person = pgTable(
  'person',
  {
    id: id(),
    orgId: orgId(),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    name: text().notNull().default(''),
    role: text().notNull().default('billing'),
    email: text(),
    phone: text(),
    /** An address that bounced is kept, not used. */
    emailStatus: text({ enum: ['usable', 'bounced'] })
      .notNull()
      .default('usable'),
    recordedAt: recordedAt(),
  },
  (t) => [index('person_debtor').on(t.debtorId)],
);
