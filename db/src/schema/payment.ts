import { date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, minor, orgId, recordedAt } from './columns.ts';
import { invoice } from './invoice.ts';
import { debtor } from './debtor.ts';
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
