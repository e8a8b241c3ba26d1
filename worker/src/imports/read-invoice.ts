import type { ImportedInvoice } from '@relance/db/queries';
import { Temporal } from 'temporal-polyfill';
import type { LineReader } from './line-reader.ts';
import { readDebtor } from './read-debtor.ts';
import type { ReadContext } from './read-line.ts';

/** One line about one invoice. */
export function readInvoice(line: LineReader, context: ReadContext): { key: unknown; data: ImportedInvoice } {
  const number = line.required('number');
  const debtorRef = line.required('debtorRef');
  const currency = line.currency(context.currency);
  const issueDate = line.date('issueDate');
  const dueText = line.required('dueDate');
  const dueDate = dueText === null ? null : line.date('dueDate');
  const total = line.amount('total', currency);
  const balance = line.amount('balance', currency);
  const url = line.text('invoiceUrl');
  if (total === null && balance === null && line.text('total') === null && line.text('balance') === null) {
    line.reject(context.layout.columns.has('total') ? 'total' : 'balance', '', 'missing');
  }
  if (total !== null && total < 0) line.reject('total', line.text('total') ?? '', 'negative');
  if (balance !== null && balance < 0) line.reject('balance', line.text('balance') ?? '', 'negative');
  if (total !== null && balance !== null && balance > total)
    line.reject('balance', line.text('balance') ?? '', 'over-total');
  if (issueDate !== null && dueDate !== null && dueDate < issueDate) {
    line.reject('dueDate', line.text('dueDate') ?? '', 'due-before-issue');
  }
  rejectFarDates(line, context, { issueDate, dueDate });
  if (url !== null && !/^https?:\/\/\S+$/i.test(url)) line.reject('invoiceUrl', url, 'not-a-url');
  const data: ImportedInvoice = {
    number: number ?? '',
    debtorRef: debtorRef ?? '',
    issueDate,
    dueDate: dueDate ?? '',
    total,
    balance,
    currency: currency ?? '',
    url,
    debtor: readDebtor(line, { strict: false }),
  };
  return { key: number, data };
}

/** Years after today that dates may lie: a list says what stands today, another file may be planned ahead. */
const FARTHEST = { openItems: { issue: 1, due: 5 }, others: { issue: 10, due: 10 } };

function rejectFarDates(
  line: LineReader,
  { today, openItems }: ReadContext,
  { issueDate, dueDate }: { issueDate: string | null; dueDate: string | null },
): void {
  const farthest = openItems ? FARTHEST.openItems : FARTHEST.others;
  const after = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString();
  if (issueDate !== null && issueDate > after(today, farthest.issue)) {
    line.reject('issueDate', line.text('issueDate') ?? '', 'date-far');
  }
  const from = issueDate !== null && issueDate > today ? issueDate : today;
  if (dueDate !== null && dueDate > after(from, farthest.due)) {
    line.reject('dueDate', line.text('dueDate') ?? '', 'date-far');
  }
}
