import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';

const FILE = fileURLToPath(new URL('../../../shared/data/receivables/ibm-accounts-receivable.csv', import.meta.url));

/** The real ledger is nobody's to ship: where it is absent, tests that need it are skipped and say so. */
export const IBM_LEDGER = existsSync(FILE) ? FILE : null;

export interface IbmInvoice {
  number: string;
  customer: string;
  issued: string;
  due: string;
  settled: string;
  /** Minor units. */
  amount: number;
  /** The line as it stands in the file. */
  line: string;
}

export function readIbmLedger(file: string): { heading: string; invoices: IbmInvoice[] } {
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const invoices = lines.map((line): IbmInvoice => {
    // no cell of this file is quoted
    const [, customer = '', , number = '', issued = '', due = '', amount = '', , settled = ''] = line.split(',');
    return {
      number,
      customer,
      issued: isoDate(issued),
      due: isoDate(due),
      settled: isoDate(settled),
      amount: Math.round(Number(amount) * 100),
      line,
    };
  });
  return { heading, invoices };
}

function isoDate(text: string): string {
  const [month, day, year] = text.split('/').map(Number);
  return Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }).toString();
}
