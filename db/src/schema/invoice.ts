import { boolean, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, minor, orgId, recordedAt } from './columns.ts';
import { account, debtor } from './debtor.ts';
import { entity } from './entity.ts';

/** What is owed. Identity is (entity, number); `balance` is what is left of `total`, in minor units. */
export const invoice = pgTable(
  'invoice',
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
    number: text().notNull(),
    issueDate: date({ mode: 'string' }),
    dueDate: date({ mode: 'string' }).notNull(),
    total: minor().notNull(),
    balance: minor().notNull(),
    currency: text().notNull(),
    status: text({ enum: ['open', 'paid', 'credited'] })
      .notNull()
      .default('open'),
    url: text(),
    /** Kept out of scenarios by a person. */
    excluded: boolean().notNull().default(false),
    excludedReason: text(),
    /** Contested: nothing is sent about it until that is settled. The amount may be a part; minor units. */
    disputedAt: instant(),
    disputeReason: text(),
    disputedAmount: minor(),
    /** The last list of open items that it stood in. */
    listedIn: uuid(),
    /** Hash of the last imported line: an equal line changes nothing, whatever was paid since. */
    importedHash: text(),
    /** What that line said is left to pay: while the ledger says the same, payments recorded here since stand. */
    statedBalance: minor(),
    updatedAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('invoice_entity_number').on(t.entityId, t.number),
    index('invoice_org').on(t.orgId, t.id),
    index('invoice_debtor').on(t.debtorId, t.status),
    index('invoice_due').on(t.orgId, t.status, t.dueDate),
    index('invoice_number').on(t.orgId, t.number),
  ],
);

/** A change of balance that no payment explains: a ledger that says otherwise, a remainder not worth asking for. */
export const adjustment = pgTable(
  'adjustment',
  {
    id: id(),
    orgId: orgId(),
    invoiceId: uuid()
      .notNull()
      .references(() => invoice.id),
    before: minor().notNull(),
    after: minor().notNull(),
    importId: uuid(),
    /** The payment after which a small remainder was written off, or taken up again. */
    paymentId: uuid(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('adjustment_invoice').on(t.invoiceId)],
);
