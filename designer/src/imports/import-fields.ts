import type { Inputs, Outputs } from '../api.ts';

export type ImportJob = Outputs['imports']['get'];
export type ImportClosing = NonNullable<ImportJob['closing']>;
export type ImportKind = ImportJob['kind'];
export type ImportOptions = NonNullable<Inputs['imports']['create']['options']>;

export const importKinds: readonly ImportKind[] = ['invoices', 'payments', 'debtors'];

const debtorFields = [
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

/** What a column may stand for, by kind of file; the first ones are those a file cannot do without. */
export const importFields = {
  invoices: [
    'number',
    'debtorRef',
    'dueDate',
    'total',
    'balance',
    'issueDate',
    'currency',
    'invoiceUrl',
    'itemKind',
    ...debtorFields,
  ],
  debtors: ['debtorRef', ...debtorFields],
  payments: ['receivedOn', 'amount', 'externalId', 'currency', 'debtorRef', 'invoiceNumbers', 'reference'],
} as const satisfies Record<ImportKind, readonly string[]>;

export type ImportField = (typeof importFields)[ImportKind][number];

/** Fields without which a file of that kind says nothing; of each inner list one is enough. */
export const requiredFields: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  invoices: [['number'], ['debtorRef'], ['dueDate'], ['total', 'balance']],
  debtors: [['debtorRef']],
  payments: [['receivedOn'], ['amount']],
};

export function missingFields(kind: ImportKind, mapping: Record<string, string>): readonly (readonly ImportField[])[] {
  const mapped = new Set(Object.values(mapping));
  return requiredFields[kind].filter((oneOf) => !oneOf.some((field) => mapped.has(field)));
}
