import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
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
    vatNumber: text(),
    language: text({ enum: ['fr', 'en'] }),
    country: text(),
    segment: text(),
    /** User id of the collector who looks after it. */
    owner: text(),
    excluded: boolean().notNull().default(false),
    excludedReason: text(),
    /** Until then its messages wait: it has answered, and somebody reads it first. */
    quietUntil: instant(),
    quietReason: text(),
    /** The debtor that it turned out to be; its accounts, invoices and history are that one's now. */
    mergedInto: uuid(),
    runId: text(),
    pokedAt: instant(),
    pokeCount: integer().notNull().default(0),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('debtor_org').on(t.orgId, t.id),
    index('debtor_ref').on(t.orgId, t.externalRef),
    index('debtor_siren').on(t.orgId, t.siren),
    index('debtor_vat').on(t.orgId, t.vatNumber),
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

/** Two debtors that turned out to be one, and all that moved, so that it can be taken back. */
export const debtorMerge = pgTable(
  'debtor_merge',
  {
    id: id(),
    orgId: orgId(),
    keptId: uuid()
      .notNull()
      .references(() => debtor.id),
    mergedId: uuid()
      .notNull()
      .references(() => debtor.id),
    /** Ids by table of what moved from the one to the other. */
    moved: jsonb().$type<Record<string, string[]>>().notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
    undoneBy: text(),
    recordedAt: recordedAt(),
  },
  (t) => [index('debtor_merge_kept').on(t.keptId), index('debtor_merge_merged').on(t.mergedId)],
);

/** Two debtors that a person said are not one: never proposed again. `oneId` < `otherId`. */
export const debtorDistinct = pgTable(
  'debtor_distinct',
  {
    orgId: orgId(),
    oneId: uuid().notNull(),
    otherId: uuid().notNull(),
    actor: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.oneId, t.otherId] })],
);

/** What a debtor answered, by mail or otherwise, as it was logged. */
export const reply = pgTable(
  'reply',
  {
    id: id(),
    orgId: orgId(),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    /** The message that it answers, where that is known. */
    messageId: uuid(),
    /** An automatic absence reply changes nothing. */
    kind: text({ enum: ['reply', 'absence'] }).notNull(),
    text: text().notNull(),
    receivedAt: instant().notNull(),
    loggedBy: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('reply_org').on(t.orgId, t.id), index('reply_debtor').on(t.debtorId, t.id)],
);
