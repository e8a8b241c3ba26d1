export type ImportKind = 'invoices' | 'payments' | 'debtors';

const DEBTOR_COLUMNS = [
  'debtorName',
  'debtorKind',
  'siren',
  'vatNumber',
  'language',
  'country',
  'contactName',
  'contactRole',
  'email',
  'phone',
] as const;

/** What the columns of a file may be mapped to, by kind of import. */
export const IMPORT_FIELDS = {
  invoices: [
    'number',
    'debtorRef',
    'issueDate',
    'dueDate',
    'total',
    'balance',
    'currency',
    'invoiceUrl',
    'itemKind',
    ...DEBTOR_COLUMNS,
  ],
  debtors: ['debtorRef', ...DEBTOR_COLUMNS],
  payments: ['externalId', 'receivedOn', 'amount', 'currency', 'debtorRef', 'invoiceNumbers', 'reference'],
} as const satisfies Record<ImportKind, readonly string[]>;

export type ImportField = (typeof IMPORT_FIELDS)[ImportKind][number];

/** Fields without which a file of that kind says nothing; of each inner list one is enough. */
export const REQUIRED_FIELDS: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  invoices: [['number'], ['debtorRef'], ['dueDate'], ['total', 'balance']],
  debtors: [['debtorRef']],
  payments: [['receivedOn'], ['amount']],
};

/** Why a line stays out, in words for programs; pages have words for people. */
export const REJECTION_REASONS = [
  'missing',
  'columns',
  'not-a-date',
  'not-a-number',
  'decimals',
  'digits',
  'negative',
  'zero',
  'over-total',
  'due-before-issue',
  'date-far',
  'formula',
  'currency-unknown',
  'duplicate',
  'too-long',
  'not-an-email',
  'not-a-siren',
  'not-a-vat-number',
  'not-a-country',
  'not-a-language',
  'not-a-kind',
  'not-a-url',
  'debtor-differs',
  'currency-differs',
  'content-differs',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

export interface Rejection {
  line: number;
  field: string;
  value: string;
  reason: RejectionReason;
}
