import { createHash } from 'node:crypto';
import type { ImportedDebtor, ImportKind, ImportedPayment, Rejection, StagedRow } from '@relance/db/queries';
import type { Layout } from './layout.ts';
import { LineReader } from './line-reader.ts';
import { readDebtor } from './read-debtor.ts';
import { readInvoice } from './read-invoice.ts';
import { readKept, readOpenItem } from './read-open-item.ts';

const LONGEST_LIST = 20_000;

export interface ReadContext {
  layout: Layout;
  /** Of lines that name none. */
  currency: string;
  /** The organisation's day: `YYYY-MM-DD`. */
  today: string;
  /** The file is a list of open items. */
  openItems: boolean;
}

/** `kept`: what a rejected line of a list of open items keeps open. */
export type LineReading = { row: StagedRow } | { problems: Rejection[]; kept: StagedRow | null };

/** One line of a file as what the ledger understands, or everything that is wrong with it. */
export function readLine(
  kind: ImportKind,
  context: ReadContext,
  number: number,
  cells: readonly string[],
): LineReading {
  const line = new LineReader(context.layout, number, cells);
  const { openItems } = context;
  const reading = openItems ? readOpenItem(line, context) : READERS[kind](line, context);
  if (line.problems.length === 0) return { row: stagedRow(number, reading) };
  const kept = openItems ? stagedRow(number, readKept(line)) : null;
  return { problems: line.problems, kept };
}

function stagedRow(line: number, { key, data }: ReturnType<Reader>): StagedRow {
  return { line, key: sha256(JSON.stringify(key)), hash: sha256(JSON.stringify(data)), data };
}

type Reader = (line: LineReader, context: ReadContext) => { key: unknown; data: StagedRow['data'] };

const READERS: Record<ImportKind, Reader> = { invoices: readInvoice, debtors: readDebtorLine, payments: readPayment };

function readDebtorLine(line: LineReader): ReturnType<Reader> {
  const debtorRef = line.required('debtorRef') ?? '';
  const debtor = readDebtor(line, { strict: true });
  const data: ImportedDebtor = { debtorRef, debtor };
  const { contactName, contactRole } = debtor;
  return { key: [debtorRef, contactName?.toLowerCase() ?? '', contactRole?.toLowerCase() ?? ''], data };
}

function readPayment(line: LineReader, context: ReadContext): ReturnType<Reader> {
  const currency = line.currency(context.currency);
  const amount = line.required('amount') === null ? null : line.amount('amount', currency);
  const receivedOn = line.required('receivedOn') === null ? null : line.date('receivedOn');
  if (amount !== null && amount <= 0) {
    line.reject('amount', line.text('amount') ?? '', amount === 0 ? 'zero' : 'negative');
  }
  const numbers = (line.text('invoiceNumbers', LONGEST_LIST) ?? '').split('|').map((each) => each.trim());
  const content = {
    receivedOn: receivedOn ?? '',
    amount: amount ?? 0,
    currency: currency ?? '',
    debtorRef: line.text('debtorRef'),
    invoiceNumbers: numbers.filter((each) => each !== ''),
    reference: line.text('reference'),
  };
  // a file without ids of its own: equal content is the same payment, so that the same file twice changes nothing
  const externalId = context.layout.columns.has('externalId')
    ? line.required('externalId')
    : `content:${sha256(JSON.stringify(content)).slice(0, 32)}`;
  const data: ImportedPayment = { externalId: externalId ?? '', ...content };
  return { key: externalId, data };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
