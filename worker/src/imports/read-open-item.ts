import type { ImportedCredit, ImportedInvoice, ImportedKept } from '@relance/db/queries';
import { creditKindOf } from './item-kind.ts';
import type { LineReader } from './line-reader.ts';
import { readDebtor } from './read-debtor.ts';
import { readInvoice } from './read-invoice.ts';
import type { ReadContext } from './read-line.ts';

/** One line of a list of open items: an invoice, or what the creditor owes where it is negative. */
export function readOpenItem(
  line: LineReader,
  context: ReadContext,
): { key: unknown; data: ImportedInvoice | ImportedCredit } {
  const currency = line.peekCurrency(context.currency);
  const total = line.peekAmount('total', currency);
  const open = line.peekAmount('balance', currency) ?? total;
  // a credit note that is used up has a total below zero and nothing left
  const isCredit = open !== null && (open < 0 || (open === 0 && total !== null && total < 0));
  return isCredit ? readCredit(line, context) : readInvoice(line, context);
}

function readCredit(line: LineReader, context: ReadContext): { key: unknown; data: ImportedCredit } {
  const debtorRef = line.required('debtorRef') ?? '';
  const currency = line.currency(context.currency);
  const issueDate = line.date('issueDate');
  const total = line.amount('total', currency);
  const balance = line.amount('balance', currency) ?? total ?? 0;
  if (total !== null && total < 0 && balance < total) line.reject('balance', line.text('balance') ?? '', 'over-total');
  // money often has no number of its own in a ledger: what it says is what it is known by
  const number = line.text('number') ?? [debtorRef, issueDate ?? '', String(-balance)].join('/');
  const data: ImportedCredit = {
    // more paid than was owed: the line is the invoice's, what is over is money
    credit: total !== null && total > 0 ? 'unallocated' : creditKindOf([line.text('itemKind'), number]),
    number,
    debtorRef,
    issueDate,
    amount: Math.max(total === null ? 0 : Math.abs(Math.min(total, 0)), -balance),
    balance: -balance,
    currency: currency ?? '',
    debtor: readDebtor(line, { strict: false }),
  };
  return { key: ['credit', number], data };
}

/** What a line that could not be read still says: which invoice, or at least whose. */
export function readKept(line: LineReader): { key: unknown; data: ImportedKept } {
  const [number, debtorRef] = [line.peekText('number'), line.peekText('debtorRef')];
  return { key: ['kept', number, number === null ? debtorRef : null], data: { kept: true, number, debtorRef } };
}
