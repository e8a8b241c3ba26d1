import { frenchTypography } from '../../messages/typography.ts';
import { daysLate } from '../days-late.ts';
import { escapeHtml } from '../escape-html.ts';
import { formatter } from '../formatter.ts';
import type { CreditLine, InvoiceLine, MessageContext } from '../message-context.ts';
import type { Block } from '../render.ts';
import { totalOf } from './total-due.ts';

const WORDS = {
  fr: {
    headings: ['Facture', 'Date', 'Échéance', 'Montant', 'Reste dû', 'Retard'],
    due: 'échéance',
    outOf: 'sur',
    total: 'Total',
    notDue: 'à échoir',
    'credit-note': 'Avoir',
    unallocated: 'Règlement à affecter',
    days: (days: number, written: string) => `${written} ${days === 1 ? 'jour' : 'jours'}`,
    late: 'de retard',
  },
  en: {
    headings: ['Invoice', 'Date', 'Due date', 'Amount', 'Left to pay', 'Late'],
    due: 'due',
    outOf: 'of',
    total: 'Total',
    notDue: 'not yet due',
    'credit-note': 'Credit note',
    unallocated: 'Payment to be allocated',
    days: (days: number, written: string) => `${written} ${days === 1 ? 'day' : 'days'}`,
    late: 'late',
  },
} as const;

const CELL = 'padding:6px 10px;border-bottom:1px solid #d8dee4;text-align:left';
const NUMBER = 'padding:6px 10px;border-bottom:1px solid #d8dee4;text-align:right;white-space:nowrap';
const NUMERIC = [false, false, false, true, true, true];

interface Rows {
  invoices: readonly InvoiceLine[];
  credits: readonly CreditLine[];
  caption: string;
}

/** Invoices as lines of text and as a table with the sum of what is left to pay; the balance counts, credits are taken off. */
export function invoiceRows(context: MessageContext, { invoices, credits, caption }: Rows): Block {
  if (invoices.length === 0) return { text: '', html: '' };
  const { language, currency, today } = context;
  const words = WORDS[language];
  const format = formatter(language);
  const money = (amount: number): string => format.money({ amount, currency });
  const late = ({ dueDate }: InvoiceLine, word: string): string => {
    const days = daysLate(dueDate, today);
    return days > 0 ? `${words.days(days, format.number(days))}${word}` : words.notDue;
  };
  const sum = money(totalOf({ invoices, credits }));
  const lines = invoices.map((invoice) => {
    const left = money(invoice.balance);
    const amount = invoice.balance === invoice.total ? left : `${left} ${words.outOf} ${money(invoice.total)}`;
    return `- ${invoice.number} · ${words.due} ${format.shortDate(invoice.dueDate)} · ${amount} · ${late(invoice, ` ${words.late}`)}`;
  });
  const nameOf = ({ kind, number }: CreditLine): string =>
    [words[kind], number].filter((part) => part !== '').join(' ');
  const creditLines = credits.map((credit) => `- ${nameOf(credit)} · ${money(-credit.amount)}`);
  const rows = invoices.map((invoice) => [
    invoice.number,
    invoice.issueDate === null ? '' : format.shortDate(invoice.issueDate),
    format.shortDate(invoice.dueDate),
    money(invoice.total),
    money(invoice.balance),
    late(invoice, ''),
  ]);
  const creditRows = credits.map((credit) => [
    nameOf(credit),
    credit.date === null ? '' : format.shortDate(credit.date),
    '',
    '',
    money(-credit.amount),
    '',
  ]);
  const total = `${language === 'fr' ? frenchTypography(`${words.total} :`) : `${words.total}:`} ${sum}`;
  return {
    text: [caption, ...lines, ...creditLines, total].filter((line) => line !== '').join('\n'),
    html: table([...rows, ...creditRows]),
  };

  function table(cells: string[][]): string {
    return [
      '<table style="border-collapse:collapse;margin:0 0 16px;font-size:14px">',
      caption === '' ? '' : `<caption style="text-align:left;padding:0 0 6px">${escapeHtml(caption)}</caption>`,
      `<thead><tr>${words.headings.map((heading, column) => `<th scope="col" style="${style(column)}">${escapeHtml(heading)}</th>`).join('')}</tr></thead>`,
      `<tbody>${cells.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody>`,
      `<tfoot><tr><th scope="row" colspan="4" style="${CELL}">${escapeHtml(words.total)}</th><td style="${NUMBER};font-weight:bold">${escapeHtml(sum)}</td><td style="${CELL}"></td></tr></tfoot>`,
      '</table>',
    ].join('');
  }
}

function cell(value: string, column: number): string {
  const tag = column === 0 ? 'th scope="row"' : 'td';
  return `<${tag} style="${style(column)};font-weight:normal">${escapeHtml(value)}</${column === 0 ? 'th' : 'td'}>`;
}

function style(column: number): string {
  return NUMERIC[column] ? NUMBER : CELL;
}
