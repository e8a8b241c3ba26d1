import { newId } from '@relance/db';
import type { ImportJob } from '@relance/db/queries';
import * as t from '@relance/db/schema';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imports } from '../../designer/src/i18n/catalogue/imports.ts';
import { openItems } from '../../designer/src/i18n/catalogue/open-items.ts';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

let ledger: Ledger;
let other: string;
beforeEach(async () => {
  ledger = await openLedger();
  other = newId();
  await ledger.work((tx) => tx.insert(t.entity).values({ id: other, orgId: ledger.org, name: 'Lumen Export' }));
});
afterEach(() => ledger.close());

const HEAD = 'Facture;Code client;Date facture;Échéance;Montant TTC;Solde;Devise';
const file = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n');
const LINE = { ref: 'C1', issue: '01/10/2026', due: '31/10/2026', total: '100,00', currency: 'EUR' };
const row = (number: string, said: Partial<typeof LINE> = {}): string => {
  const { ref, issue, due, total, currency } = { ...LINE, ...said };
  return [number, ref, issue, due, total, total, currency].join(';');
};

const list = (text: string | Buffer, more: object = {}) =>
  ledger.read({
    bytes: Buffer.from(text as string),
    openItems: true,
    options: { entityId: ledger.entityId },
    ...more,
  });

/** All that a file could have changed. */
const standing = () =>
  ledger.work(async (tx) => {
    const { rows } = await tx.execute(sql`
      select 'invoice' as what, i.number, i.entity_id as entity, a.ref, i.status, i.total::text, i.balance::text, i.currency,
        i.due_date::text as due, i.listed_in as list
      from invoice i join account a on a.id = i.account_id
      union all
      select 'credit', number, entity_id, null, kind, amount::text, balance::text, currency, null, listed_in from credit
      union all
      select 'rows', null, null, null, null, (select count(*) from debtor)::text, (select count(*) from account)::text,
        (select count(*) from adjustment)::text, (select count(*) from import_row)::text, null
      order by 1, 2, 3`);
    return rows;
  });

/** The words for a code, in both languages: without them nobody is told what is wrong. */
function inWords(key: string, area: { fr: object; en: object } = imports): void {
  for (const words of [area.fr, area.en] as Record<string, string>[]) {
    expect(words[key]?.length, key).toBeGreaterThan(15);
  }
}
/** The file as a whole is refused with that reason, and the ledger is as it was. */
async function refuses(work: () => Promise<ImportJob>, failure: string, doubts: string[] = []): Promise<ImportJob> {
  const before = await standing();
  const job = await work();
  expect(job).toMatchObject({ status: 'failed', failure });
  expect(job.closing?.doubts.map(({ code }) => code) ?? []).toEqual(doubts);
  expect(await standing()).toEqual(before);
  inWords(`failure.${failure.split(': ')[0] ?? ''}`);
  for (const doubt of doubts) inWords(`doubt.${doubt}`, openItems);
  return job;
}
/** The lines that stay out, as `line field reason`, each with words. */
async function left(job: ImportJob): Promise<string[]> {
  expect(job.status).toBe('done');
  const rejections = await ledger.rejections(job.id);
  for (const { reason } of rejections) inWords(`reason.${reason}`);
  return rejections.map(({ line, field, reason }) => `${line} ${field} ${reason}`);
}
const balances = async (entityId = ledger.entityId) => {
  const { rows } = await ledger.work((tx) =>
    tx.execute<{ number: string; balance: number }>(
      sql`select number, balance::float8 as balance from invoice where entity_id = ${entityId} order by number`,
    ),
  );
  return Object.fromEntries(rows.map((each) => [each.number, each.balance]));
};
const TEN = Array.from({ length: 10 }, (_, index) => row(`F${index}`, { ref: `C${index % 4}` }));

describe('a list of open items that is the wrong one', () => {
  test('of another company', async () => {
    await list(file(...TEN));
    const theirs = Array.from({ length: 8 }, (_, index) => row(`X${index}`, { ref: `X-${index}` }));
    await list(file(...theirs), { options: { entityId: other } });
    const job = await refuses(() => list(file(...theirs)), 'closing-unconfirmed', ['other-entity']);
    expect(job.closing?.doubts).toEqual([{ code: 'other-entity', detail: 'Lumen Export' }]);
  });

  test('of nobody knows which company', async () => {
    await refuses(() => list(file(...TEN), { options: {} }), 'entity-owed');
  });

  test('of last month', async () => {
    const september = TEN;
    await list(file(...september));
    const october = [
      ...september.slice(1),
      row('G1', { issue: '02/11/2026', due: '02/12/2026' }),
      row('G2', { issue: '03/11/2026', due: '03/12/2026' }),
    ];
    await list(file(...october));
    const job = await refuses(() => list(file(...september)), 'closing-unconfirmed', ['older-than-last']);
    expect(job.closing).toMatchObject({ large: false, doubts: [{ detail: '2026-11-03' }] });
  });

  test('with nothing of what was open', async () => {
    await list(file(...TEN));
    const job = await refuses(() => list(file(row('N1'))), 'closing-unconfirmed');
    expect(job.closing).toMatchObject({ invoices: 10, openInvoices: 10, large: true });
  });

  test('with nothing at all', async () => {
    await list(file(...TEN));
    await refuses(() => list(`${HEAD}\n`), 'no-rows');
    await refuses(() => list(''), 'empty-file');
  });

  test('with the signs of a supplier: all amounts are negative', async () => {
    await list(file(...TEN));
    const turned = TEN.map((line) => line.replaceAll('100,00', '-100,00'));
    const job = await refuses(() => list(file(...turned)), 'closing-unconfirmed');
    expect(job.closing).toMatchObject({ invoices: 10, figures: { credits: { count: 10 } } });
  });

  test('with other account numbers', async () => {
    await list(file(...TEN));
    const renumbered = TEN.map((line) => line.replace(/;C(\d);/, ';411$1;'));
    await refuses(() => list(file(...renumbered)), 'accounts-differ: 10/10');
  });
});

describe('a file that is damaged', () => {
  test('is cut in its last line', async () => {
    await list(file(...TEN));
    const whole = file(...TEN);
    await refuses(() => list(whole.slice(0, whole.length - 20)), 'truncated: 11');
  });

  test('is cut between two lines: what is missing would be settled, and is asked about', async () => {
    await list(file(...TEN));
    const job = await refuses(() => list(file(...TEN.slice(0, 6))), 'closing-unconfirmed');
    expect(job.closing).toMatchObject({ invoices: 4 });
  });

  test('is cut inside a quoted text', async () => {
    await refuses(() => list(`${file(...TEN)}F11;"C1`), 'quote-not-closed: 12');
  });

  test('has all of its lines twice', async () => {
    await list(file(...TEN));
    const job = await refuses(() => list(file(...TEN, ...TEN)), 'too-many-rejected: 10/20');
    const [rejection] = await ledger.rejections(job.id);
    expect(rejection).toMatchObject({ line: 12, field: 'number', value: 'F0', reason: 'duplicate' });
  });

  test('has one line twice: it counts once, and is told', async () => {
    const job = await list(file(...TEN, row('F3', { ref: 'C3' })));
    expect(await left(job)).toEqual(['12 number duplicate']);
    expect((await balances())['F3']).toBe(10_000);
  });

  test('is a PDF by another name', async () => {
    await list(file(...TEN));
    await refuses(() => list('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'), 'not-text: PDF');
    await refuses(() => list(Buffer.from('PK\u0003\u0004 a workbook')), 'not-text: ZIP or XLSX');
  });
});

describe('amounts that are not what they seem', () => {
  test('the other decimal sign is recognised', async () => {
    await list(file(...TEN.map((line) => line.replaceAll('100,00', '1 234,50'))));
    const english = TEN.map((line) => line.replaceAll('100,00', '"1,234.50"'));
    const job = await list(file(...english));
    expect(job).toMatchObject({ status: 'done', summary: { unchanged: 10 }, detected: { options: { decimal: '.' } } });
  });

  test('the wrong decimal sign makes other amounts of known invoices, and is asked about', async () => {
    await list(file(...TEN.map((line) => line.replaceAll('100,00', '1 250,00'))));
    const thousands = TEN.map((line) => line.replaceAll('100,00', '1.25'));
    const job = await refuses(() => list(file(...thousands)), 'closing-unconfirmed', ['totals-differ']);
    expect(job.closing?.doubts[0]?.detail).toBe('10/10');
  });

  test('two currencies are two ledgers, and an invoice keeps its own', async () => {
    const dollars = Array.from({ length: 4 }, (_, index) => row(`D${index}`, { total: '50,00', currency: 'USD' }));
    await list(file(...TEN, ...dollars));
    const job = await list(file(...TEN, ...dollars.slice(1)), { dryRun: true });
    expect(job.closing?.balances).toEqual([
      { currency: 'EUR', closing: 0, open: 100_000 },
      { currency: 'USD', closing: 5_000, open: 20_000 },
    ]);
    const changed = await list(file(...TEN.slice(1), row('F0', { ref: 'C0', currency: 'USD' }), ...dollars));
    expect(await left(changed)).toEqual(['11 currency currency-differs']);
    expect((await balances())['F0']).toBe(10_000);
  });

  test('a negative total is a credit on a list, and rejected in a file of invoices', async () => {
    const job = await list(file(...TEN, row('AV1', { total: '-40,00' })));
    expect(job.closing?.figures.credits).toEqual({ count: 1, sums: [{ currency: 'EUR', amount: 4_000 }] });
    const invoices = await list(file(row('AV2', { total: '-40,00' }), row('F20')), { openItems: false });
    expect(await left(invoices)).toEqual(['2 balance negative', '2 total negative']);
    expect(await balances()).not.toHaveProperty('AV2');
  });

  test('formulas are said to be formulas, and numbers kept from the spreadsheet are read', async () => {
    await list(file(...TEN));
    const [first = '', ...rest] = TEN;
    const job = await list(file(first.replace('100,00;EUR', '=SUM(F2:F9);EUR'), ...rest, row('="00123"')));
    expect(await left(job)).toEqual(['2 balance formula']);
    expect(await balances()).toMatchObject({ F0: 10_000, '00123': 10_000 });
    const all = TEN.map((line) => line.replace('100,00;EUR', '=F2*1.2;EUR'));
    await refuses(() => list(file(...all)), 'too-many-rejected: 10/10');
  });
});

describe('dates that are not there, or far away', () => {
  test('a line without a due date stays out, and its invoice open', async () => {
    await list(file(...TEN));
    const [first = '', ...rest] = TEN;
    const job = await list(file(first.replace('31/10/2026', ''), ...rest));
    expect(await left(job)).toEqual(['2 dueDate missing']);
    expect((await balances())['F0']).toBe(10_000);
    await refuses(() => list(file(...TEN.map((line) => line.replace('31/10/2026', '')))), 'too-many-rejected: 10/10');
  });

  test('a file without a column of due dates says so', async () => {
    await list(file(...TEN));
    const without = file(...TEN)
      .replaceAll('Échéance', 'Agence')
      .replaceAll('31/10/2026', 'Lyon');
    await refuses(() => list(without), 'column-missing: dueDate');
  });

  test('2062 is a slip of the fingers', async () => {
    await list(file(...TEN));
    const [first = '', ...rest] = TEN;
    const job = await list(file(first.replace('31/10/2026', '31/10/2062'), ...rest));
    expect(await left(job)).toEqual(['2 dueDate date-far']);
    expect((await balances())['F0']).toBe(10_000);
    await refuses(
      () => list(file(...TEN.map((line) => line.replaceAll('/2026', '/2062')))),
      'too-many-rejected: 10/10',
    );
  });
});

test('the same number in two companies is two invoices: a list of one settles nothing of the other', async () => {
  await list(file(...TEN));
  await list(file(...TEN.map((line) => line.replaceAll('100,00', '70,00'))), { options: { entityId: other } });
  await list(file(...TEN.slice(1)));
  expect(await balances()).toMatchObject({ F0: 0, F1: 10_000 });
  expect(await balances(other)).toMatchObject({ F0: 7_000, F1: 7_000 });
});
