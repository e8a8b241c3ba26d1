import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, orgId, recordedAt } from './columns.ts';

/** Append-only: who did what, when and why. The timeline of a case is its rows with that enrolment. */
export const audit = pgTable(
  'audit',
  {
    id: id(),
    orgId: orgId(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
    /** `user:<id>`, `key:<id>`, `scenario`, `dispatcher`, `import:<id>`, `system`. */
    actor: text().notNull(),
    kind: text().notNull(),
    enrolmentId: uuid(),
    debtorId: uuid(),
    invoiceId: uuid(),
    taskId: uuid(),
    messageId: uuid(),
    nodeId: text(),
    visit: integer(),
    reason: text(),
    /** Id of what the row is about: a message, a task, a payment. */
    ref: text(),
    data: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index('audit_org').on(t.orgId, t.id),
    index('audit_enrolment').on(t.enrolmentId, t.id),
    index('audit_debtor').on(t.debtorId, t.id),
  ],
);

/** Chain of hashes over committed audit rows, in batches. */
export const auditSeal = pgTable(
  'audit_seal',
  {
    orgId: orgId(),
    no: integer().notNull(),
    lastAuditId: uuid().notNull(),
    rows: integer().notNull(),
    hash: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.no] })],
);

/** Work that the relay has to poke; written in the transaction that makes the work. */
export const outbox = pgTable(
  'outbox',
  {
    kind: text({ enum: ['enrolment', 'debtor', 'import', 'organisation'] }).notNull(),
    id: uuid().notNull(),
    orgId: orgId(),
    recordedAt: recordedAt(),
    /** Real time until which a relay is poking it; the row goes when the poke has arrived. */
    claimedUntil: instant(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.id] }), index('outbox_order').on(t.recordedAt)],
);

/** Replies of finished POSTs by idempotency key, kept 24 hours. A row without status is a request under way. */
export const idempotency = pgTable(
  'idempotency',
  {
    apiKeyId: text().notNull(),
    key: text().notNull(),
    orgId: orgId(),
    path: text().notNull(),
    bodyHash: text().notNull(),
    status: integer(),
    reply: bytes(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.apiKeyId, t.key] }), index('idempotency_age').on(t.recordedAt)],
);

/** Sign of life of a process: the worker's says whether Temporal answers. Not of an organisation. */
export const heartbeat = pgTable('heartbeat', {
  name: text().primaryKey(),
  at: instant().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
  beats: bigint({ mode: 'number' }).notNull().default(0),
});
