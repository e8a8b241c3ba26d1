import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IBM_LEDGER } from '../drivers/ibm-ledger.ts';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

const FILE = IBM_LEDGER ?? '';

describe.skipIf(IBM_LEDGER === null)('a real ledger (skipped when ../shared/data is absent)', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger();
  });
  afterAll(() => ledger.close());

  const sums = () =>
    ledger.work(async (tx) => {
      const { rows } = await tx.execute(sql`
        select count(*)::int as invoices, count(distinct debtor_id)::int as debtors, sum(total)::int as total,
          sum(balance)::int as balance, min(issue_date)::text as first, max(due_date)::text as last from invoice`);
      return rows[0];
    });

  test('a dry run says what would happen and writes nothing', async () => {
    const job = await ledger.read({ bytes: readFileSync(FILE), dryRun: true });
    expect(job).toMatchObject({
      status: 'done',
      failure: null,
      summary: { read: 2466, created: 2466, updated: 0, unchanged: 0, rejected: 0 },
      ignoredColumns: [
        'countryCode',
        'PaperlessDate',
        'Disputed',
        'SettledDate',
        'PaperlessBill',
        'DaysToSettle',
        'DaysLate',
      ],
      detected: {
        mapping: {
          customerID: 'debtorRef',
          invoiceNumber: 'number',
          InvoiceDate: 'issueDate',
          DueDate: 'dueDate',
          InvoiceAmount: 'total',
        },
        options: { delimiter: ',', dateFormat: 'M/D/YYYY', decimal: '.', currency: 'EUR', encoding: 'utf-8' },
      },
    });
    expect(await sums()).toMatchObject({ invoices: 0, debtors: 0 });
  });

  test('it is read whole', async () => {
    const job = await ledger.read({ bytes: readFileSync(FILE) });
    expect(job.summary).toEqual({ read: 2466, created: 2466, updated: 0, unchanged: 0, rejected: 0 });
    expect(await sums()).toEqual({
      invoices: 2466,
      debtors: 100,
      total: 14_770_318,
      balance: 14_770_318,
      first: '2012-01-03',
      last: '2014-01-01',
    });
  });

  test('the same file again changes nothing', async () => {
    const before = await ledger.work((tx) =>
      tx.execute(sql`select md5(string_agg(i::text, ',' order by id)) from invoice i`),
    );
    const job = await ledger.read({ bytes: readFileSync(FILE) });
    expect(job.summary).toEqual({ read: 2466, created: 0, updated: 0, unchanged: 2466, rejected: 0 });
    const after = await ledger.work((tx) =>
      tx.execute(sql`select md5(string_agg(i::text, ',' order by id)) from invoice i`),
    );
    expect(after.rows).toEqual(before.rows);
  });

  test('its settlement dates give the payments', async () => {
    const mapping = { SettledDate: 'receivedOn', InvoiceAmount: 'amount', invoiceNumber: 'invoiceNumbers' };
    const job = await ledger.read({ bytes: readFileSync(FILE), kind: 'payments', mapping });
    expect(job.summary).toEqual({ read: 2466, created: 2466, updated: 0, unchanged: 0, rejected: 0 });
    expect(await sums()).toMatchObject({ invoices: 2466, total: 14_770_318, balance: 0 });
    const again = await ledger.read({ bytes: readFileSync(FILE), kind: 'payments', mapping });
    expect(again.summary).toEqual({ read: 2466, created: 0, updated: 0, unchanged: 2466, rejected: 0 });
  });

  test('an invoice file that was paid since is still unchanged', async () => {
    const job = await ledger.read({ bytes: readFileSync(FILE) });
    expect(job.summary).toMatchObject({ unchanged: 2466 });
    expect(await sums()).toMatchObject({ balance: 0 });
  });
});
