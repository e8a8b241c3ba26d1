import { invoice } from '@relance/db/schema';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const INVOICES = [
  {
    number: 'F1',
    name: 'Café Noël',
    issued: [2025, 11, 1],
    due: [2025, 12, 31],
    total: 1_234_567.5,
    balance: 1_234.56,
  },
  { number: 'F2', name: 'Été & fils', issued: [2025, 10, 3], due: [2025, 11, 17], total: 80, balance: 80 },
  { number: 'F3', name: 'Dupont', issued: [2025, 1, 2], due: [2025, 2, 28], total: 999.99, balance: 0.01 },
] as const;

type Day = readonly [number, number, number];
const two = (value: number) => String(value).padStart(2, '0');
const DATES: Record<string, (day: Day) => string> = {
  'DD/MM/YYYY': ([y, m, d]) => `${two(d)}/${two(m)}/${y}`,
  'M/D/YYYY': ([y, m, d]) => `${m}/${d}/${y}`,
  'YYYY-MM-DD': ([y, m, d]) => `${y}-${two(m)}-${two(d)}`,
};

/** How thousands and decimals are told apart. */
const NUMBERS: Record<string, [group: string, decimal: string]> = {
  'decimal comma, spaces': [' ', ','],
  'decimal comma, no-break spaces': ['\u00a0', ','],
  'decimal comma, points': ['.', ','],
  'decimal point, commas': [',', '.'],
  'decimal point, bare': ['', '.'],
};

const ENCODINGS: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-8 with BOM': (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'Windows-1252': (text) => Buffer.from(text, 'latin1'),
};

function amountText(amount: number, [group, decimal]: [string, string]): string {
  const [whole = '', cents = ''] = amount.toFixed(2).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, group)}${decimal}${cents}`;
}

// all 135 take half a minute; eight is prime to three and five, so every way of writing meets many of the others
const EVERY = 8;

const DIALECTS = [';', ',', '\t']
  .flatMap((delimiter) =>
    Object.keys(ENCODINGS).flatMap((encoding) =>
      Object.keys(DATES).flatMap((dates) =>
        Object.keys(NUMBERS).map((numbers) => ({ delimiter, encoding, dates, numbers })),
      ),
    ),
  )
  .filter((_, index) => index % EVERY === 0);

function fileOf({ delimiter, encoding, dates, numbers }: (typeof DIALECTS)[number]): Buffer {
  const day = DATES[dates] ?? (() => '');
  const signs = NUMBERS[numbers] ?? ['', '.'];
  const cell = (text: string) => (text.includes(delimiter) ? `"${text}"` : text);
  const rows = INVOICES.map(({ number, name, issued, due, total, balance }) => [
    number,
    `C-${number}`,
    name,
    day(issued),
    day(due),
    amountText(total, signs),
    amountText(balance, signs),
  ]);
  const head = ['number', 'debtorRef', 'debtorName', 'issueDate', 'dueDate', 'total', 'balance'];
  const text = [head, ...rows].map((cells) => `${cells.map(cell).join(delimiter)}\r\n`).join('');
  return ENCODINGS[encoding]?.(text) ?? Buffer.from(text);
}

test(
  'one ledger, however it is written: every dialect after the first changes nothing',
  { timeout: 120_000 },
  async () => {
    const [first, ...others] = DIALECTS;
    if (!first) throw new Error('there is no dialect');
    expect((await ledger.read({ bytes: fileOf(first) })).summary).toMatchObject({ read: 3, created: 3 });
    const rows = await ledger.work((tx) =>
      tx
        .select({
          number: invoice.number,
          issueDate: invoice.issueDate,
          dueDate: invoice.dueDate,
          total: invoice.total,
          balance: invoice.balance,
        })
        .from(invoice)
        .orderBy(asc(invoice.number)),
    );
    expect(rows).toEqual([
      { number: 'F1', issueDate: '2025-11-01', dueDate: '2025-12-31', total: 123_456_750, balance: 123_456 },
      { number: 'F2', issueDate: '2025-10-03', dueDate: '2025-11-17', total: 8_000, balance: 8_000 },
      { number: 'F3', issueDate: '2025-01-02', dueDate: '2025-02-28', total: 99_999, balance: 1 },
    ]);
    for (const dialect of others) {
      const job = await ledger.read({ bytes: fileOf(dialect) });
      expect({ dialect, ...job.summary }).toEqual({
        dialect,
        read: 3,
        created: 0,
        updated: 0,
        unchanged: 3,
        rejected: 0,
      });
    }
  },
);
