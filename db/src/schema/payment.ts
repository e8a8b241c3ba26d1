import { date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, minor, orgId, recordedAt } from './columns.ts';
import { invoice } from './invoice.ts';
import { account, debtor } from './debtor.ts';
import { entity } from './entity.ts';

/** Money that came in. What no invoice took is `unallocated`. */
export const payment = pgTable(
  'payment',
  {
    id: id(),
    orgId: orgId(),
    externalId: text().notNull(),
    /** Same external id and same content: the same payment; other content: a conflict. */
    contentHash: text().notNull(),
    receivedOn: date({ mode: 'string' }).notNull(),
    amount: minor().notNull(),
    currency: text().notNull(),
    entityId: uuid().references(() => entity.id),
    debtorId: uuid().references(() => debtor.id),
    debtorRef: text(),
    invoiceNumbers: text().array(),
    reference: text(),
    unallocated: minor().notNull(),
    importId: uuid(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('payment_external').on(t.orgId, t.externalId),
    index('payment_org').on(t.orgId, t.id),
    index('payment_debtor').on(t.debtorId),
  ],
);

/** The part of a payment that an invoice took. */
export const allocation = pgTable(
  'allocation',
  {
    id: id(),
    orgId: orgId(),
    paymentId: uuid()
      .notNull()
      .references(() => payment.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoice.id),
    amount: minor().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique('allocation_once').on(t.paymentId, t.invoiceId), index('allocation_invoice').on(t.invoiceId)],
);

/** What the creditor owes the debtor, as its ledger says it: a credit note or money that no invoice took. Minor units above zero. */
export const credit = pgTable(
  'credit',
  {
    id: id(),
    orgId: orgId(),
    entityId: uuid()
      .notNull()
      .references(() => entity.id),
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    kind: text({ enum: ['credit-note', 'unallocated'] }).notNull(),
    /** The ledger's number of it: identity with the entity. */
    number: text().notNull(),
    issueDate: date({ mode: 'string' }),
    amount: minor().notNull(),
    /** What has not been set off yet; zero: closed. */
    balance: minor().notNull(),
    currency: text().notNull(),
    /** The invoice that it was written for, where the ledger says so. */
    invoiceId: uuid().references(() => invoice.id),
    /** The last list of open items that it stood in. */
    listedIn: uuid(),
    at: instant().notNull(),
    updatedAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('credit_entity_number').on(t.entityId, t.number),
    index('credit_org').on(t.orgId, t.id),
    index('credit_debtor').on(t.debtorId),
  ],
);
