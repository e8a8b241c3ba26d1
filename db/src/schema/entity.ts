import { pgTable, text, index } from 'drizzle-orm/pg-core';
import { id, orgId, recordedAt } from './columns.ts';

/** A creditor company of the organisation: who the invoices belong to and who writes to the debtor. */
export const entity = pgTable(
  'entity',
  {
    id: id(),
    orgId: orgId(),
    name: text().notNull(),
    legalForm: text().notNull().default(''),
    siren: text(),
    address: text().notNull().default(''),
    country: text().notNull().default('FR'),
    language: text({ enum: ['fr', 'en'] })
      .notNull()
      .default('fr'),
    accountHolder: text(),
    iban: text(),
    bic: text(),
    emailFrom: text(),
    replyTo: text(),
    senderName: text().notNull().default(''),
    senderRole: text().notNull().default(''),
    senderPhone: text().notNull().default(''),
    /** Lines under the sender's name in every message. */
    signature: text().notNull().default(''),
    dataNoticeUrl: text(),
    recordedAt: recordedAt(),
  },
  (t) => [index('entity_org').on(t.orgId)],
);
