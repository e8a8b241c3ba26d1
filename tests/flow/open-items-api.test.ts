import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { openLedger, type Ledger } from '../drivers/ledger.ts';
import { problemOf, procedures } from '../drivers/procedures.ts';

let ledger: Ledger;
let api: ReturnType<typeof procedures>;
beforeEach(async () => {
  ledger = await openLedger();
  api = procedures(ledger.app, ledger.org);
});
afterEach(() => ledger.close());

type Asked = Omit<Parameters<typeof api.imports.create>[0], 'kind' | 'filename' | 'contentBase64'>;

const HEAD = 'Facture;Client;Date facture;Échéance;Montant TTC;Solde';
const line = (number: string, amount: string, client = 'C1') =>
  `${number};${client};01/10/2026;31/10/2026;${amount};${amount}`;
const file = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n');
const FOUR = [line('F1', '100,00'), line('F2', '200,00'), line('F3', '300,00', 'C2'), line('F4', '400,00', 'C2')];

/** What a person sends from the page, read to its end. */
async function send(text: string, asked: Asked = {}) {
  const contentBase64 = Buffer.from(text).toString('base64');
  const { id } = await api.imports.create({ kind: 'invoices', filename: 'balance.csv', contentBase64, ...asked });
  await ledger.finish(id);
  return api.imports.get({ id });
}
const sendList = (text: string, asked: Asked = {}) => send(text, { openItems: true, ...asked });
const open = async () => {
  const { items } = await api.invoices.list({ status: 'open', limit: 200 });
  return Object.fromEntries(items.map(({ number, balance }) => [number, balance.amount]));
};
const audit = async (kind: string) => {
  const { rows } = await ledger.work((tx) =>
    tx.execute<{ actor: string; reason: string | null; data: unknown }>(
      sql`select actor, reason, data from audit where kind = ${kind} order by id`,
    ),
  );
  return rows;
};

describe('a list of open items by the API', () => {
  test('says before what it settles, what is new, changed and back again, with sums', async () => {
    await sendList(file(...FOUR));
    await sendList(file(...FOUR.slice(0, 3)), { closingConfirmed: true });
    const rows = [line('F1', '100,00'), line('F2', '150,00'), line('F4', '400,00', 'C2'), line('F5', '50,00')];
    const preview = await sendList(file(...rows, 'AV1;C1;02/10/2026;;-30,00;-30,00'), { dryRun: true });
    const euros = (amount: string) => ({ amount, currency: 'EUR' });
    expect(preview).toMatchObject({
      status: 'done',
      openItems: true,
      entityId: ledger.entityId,
      closing: {
        invoices: 1,
        openInvoices: 3,
        balances: [{ closing: euros('300.00'), open: euros('600.00') }],
        credits: 0,
        large: true,
        mustConfirm: true,
        figures: {
          created: { count: 1, sums: [euros('50.00')] },
          changed: { count: 1, sums: [euros('150.00')] },
          unchanged: { count: 1, sums: [euros('100.00')] },
          reopened: { count: 1, sums: [euros('400.00')] },
          credits: { count: 1, sums: [euros('30.00')] },
        },
      },
    });
    expect(await open()).toEqual({ F1: '100.00', F2: '200.00', F3: '300.00' });
  });

  test('closes more than 30 % only once a person has confirmed it, at the door or afterwards', async () => {
    await sendList(file(...FOUR));
    const refused = await sendList(file(...FOUR.slice(0, 2)));
    expect(refused).toMatchObject({ status: 'failed', failure: 'closing-unconfirmed', closing: { invoices: 2 } });
    expect(Object.keys(await open())).toHaveLength(4);
    const { status } = await api.imports.confirmClosing({ id: refused.id });
    expect(status).toBe('running');
    await ledger.finish(refused.id);
    expect(await api.imports.get({ id: refused.id })).toMatchObject({ status: 'done', failure: null });
    expect(Object.keys(await open()).toSorted()).toEqual(['F1', 'F2']);
    expect(await audit('import-closing-confirmed')).toEqual([
      { actor: 'user:manager', reason: null, data: { invoices: 2, credits: 0 } },
    ]);
    expect(await problemOf(api.imports.confirmClosing({ id: refused.id }))).toMatchObject({
      status: 409,
      code: 'nothing-to-confirm',
    });
    const atOnce = await sendList(file(...FOUR.slice(0, 1)), { closingConfirmed: true });
    expect(atOnce.status).toBe('done');
  });

  test('thirty in a hundred need no second confirmation, thirty-one do', async () => {
    const all = Array.from({ length: 100 }, (_, index) => line(`F${index}`, '10,00'));
    await sendList(file(...all));
    expect(await sendList(file(...all.slice(31)), { dryRun: true })).toMatchObject({ closing: { large: true } });
    expect(await sendList(file(...all.slice(30)))).toMatchObject({ status: 'done', closing: { large: false } });
    // few invoices, most of the money
    const heavy = [...all.slice(30), line('BIG', '1 000,00')];
    await sendList(file(...heavy));
    expect(await sendList(file(...all.slice(30)), { dryRun: true })).toMatchObject({
      closing: { invoices: 1, large: true, mustConfirm: true },
    });
  });

  test('what waits for a confirmation is of yesterday once a later list has come', async () => {
    await sendList(file(...FOUR));
    const first = await sendList(file(...FOUR.slice(0, 1)));
    await sendList(file(...FOUR));
    expect(await api.imports.get({ id: first.id })).toMatchObject({ status: 'failed', failure: 'closing-outdated' });
    expect(await problemOf(api.imports.confirmClosing({ id: first.id }))).toMatchObject({ code: 'nothing-to-confirm' });
    const { rows } = await ledger.work((tx) => tx.execute(sql`select 1 from import_file`));
    expect(rows).toEqual([]);
  });

  test('is a file of invoices', async () => {
    const problem = await problemOf(send(file(...FOUR), { openItems: true, kind: 'debtors' } as Asked));
    expect(problem).toMatchObject({ status: 400, errors: [{ path: 'openItems' }] });
  });
});

describe('undoing the last list', () => {
  test('says what it would restore, restores it, and keeps the trail', async () => {
    await sendList(file(...FOUR));
    const before = await open();
    const last = await sendList(file(line('F1', '60,00'), line('F2', '200,00'), line('F9', '90,00')), {
      closingConfirmed: true,
    });
    const euros = (amount: string) => ({ amount, currency: 'EUR' });
    expect(await api.imports.undoPreview({ id: last.id })).toEqual({
      refusal: null,
      reopened: { count: 2, sums: [euros('700.00')] },
      changed: { count: 1, sums: [euros('100.00')] },
      withdrawn: { count: 1, sums: [euros('90.00')] },
      credits: { count: 0, sums: [] },
      left: [],
      endedEnrolments: 0,
    });
    const undone = await api.imports.undo({ id: last.id, reason: 'Mauvais fichier' });
    expect(undone.undone).toEqual({ at: ledger.at, by: 'user:manager', restored: 4, left: [] });
    expect(await open()).toEqual(before);
    expect(await audit('import-undone')).toEqual([
      { actor: 'user:manager', reason: 'Mauvais fichier', data: { restored: 4, left: 0 } },
    ]);
    expect(await problemOf(api.imports.undo({ id: last.id, reason: 'Encore' }))).toMatchObject({
      status: 409,
      code: 'import-undone',
    });
  });

  test('is refused for all but the last list, and the preview says why', async () => {
    const first = await sendList(file(...FOUR));
    const plain = await send(file(line('F7', '70,00')));
    await sendList(file(...FOUR, line('F7', '70,00')));
    expect(await api.imports.undoPreview({ id: first.id })).toMatchObject({ refusal: 'not-last' });
    expect(await problemOf(api.imports.undo({ id: first.id, reason: 'x' }))).toMatchObject({ code: 'import-not-last' });
    expect(await api.imports.undoPreview({ id: plain.id })).toMatchObject({ refusal: 'not-open-items' });
  });
});

test('a list that was undone leaves the ledger as old as it was', async () => {
  const ledgerAt = async () => {
    const { rows } = await ledger.work((tx) =>
      tx.execute<{ at: string }>(sql`select ledger_at as at from organisation`),
    );
    return new Date(rows[0]?.at ?? 0).toISOString();
  };
  await sendList(file(...FOUR));
  expect(await ledgerAt()).toBe(ledger.at);
  await ledger.work((tx) => tx.execute(sql`update clock set anchor_org = anchor_org + interval '2 days'`));
  const { id } = await sendList(file(...FOUR));
  expect(await ledgerAt()).toBe('2026-11-25T07:30:00.000Z');
  await api.imports.undo({ id, reason: 'Mauvais fichier' });
  expect(await ledgerAt()).toBe(ledger.at);
});

describe('a corrected reading', () => {
  const odd = 'No;Tiers;Le;Terme;TTC\nF1;C1;01/10/2026;31/10/2026;100,00\n';
  const mapping = { No: 'number', Tiers: 'debtorRef', Le: 'issueDate', Terme: 'dueDate', TTC: 'total' };

  test('is remembered for files with these headings, told, and forgotten when asked', async () => {
    await send(odd, { mapping });
    const again = await send(odd.replace('F1', 'F2'), { dryRun: true });
    expect(again).toMatchObject({ status: 'done', detected: { mapping, remembered: ledger.at } });
    const after = await api.imports.forgetReading({ id: again.id });
    expect(after.id).toBe(again.id);
    const third = await send(odd.replace('F1', 'F3'), { dryRun: true });
    expect(third.detected).not.toHaveProperty('remembered');
    expect(await problemOf(api.imports.forgetReading({ id: again.id }))).toMatchObject({ code: 'nothing-remembered' });
    expect(await audit('import-reading-forgotten')).toHaveLength(1);
  });
});

test('imports are listed without previews when asked', async () => {
  const real = await sendList(file(...FOUR));
  await sendList(file(...FOUR), { dryRun: true });
  const { items } = await api.imports.list({ dryRun: false });
  expect(items.map(({ id }) => id)).toEqual([real.id]);
  expect((await api.imports.list({})).items).toHaveLength(2);
});
