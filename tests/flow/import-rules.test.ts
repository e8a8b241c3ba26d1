import { asc, eq } from 'drizzle-orm';
import { recordPayments } from '@relance/db/queries';
import * as t from '@relance/db/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const HEAD = 'Facture;Code client;Date facture;Échéance;Montant TTC;Solde';
const lines = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n');
const invoices = () =>
  ledger.work((tx) =>
    tx
      .select({
        number: t.invoice.number,
        total: t.invoice.total,
        balance: t.invoice.balance,
        status: t.invoice.status,
      })
      .from(t.invoice)
      .orderBy(asc(t.invoice.number)),
  );
const openTasks = () =>
  ledger.work((tx) =>
    tx
      .select({ ref: t.debtor.externalRef })
      .from(t.task)
      .innerJoin(t.debtor, eq(t.debtor.id, t.task.debtorId))
      .where(eq(t.task.status, 'open'))
      .orderBy(asc(t.debtor.externalRef)),
  );
const persons = () =>
  ledger.work((tx) =>
    tx
      .select({ ref: t.debtor.externalRef, name: t.person.name, email: t.person.email, phone: t.person.phone })
      .from(t.person)
      .innerJoin(t.debtor, eq(t.debtor.id, t.person.debtorId))
      .orderBy(asc(t.debtor.externalRef), asc(t.person.name)),
  );

beforeEach(async () => {
  await ledger.close();
  ledger = await openLedger();
});

describe('a file of invoices', () => {
  test('as a French spreadsheet saves it', async () => {
    const text = [
      'N° facture;Code client;Nom;Échéance;Montant TTC',
      'F1;C1;Café Noël;31/12/2025;"1 234,56 €"',
      '',
    ].join('\r\n');
    const bytes = Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');
    const job = await ledger.read({ bytes });
    expect(job).toMatchObject({ status: 'done', summary: { read: 1, created: 1, rejected: 0 } });
    expect(job.detected?.options).toEqual({
      delimiter: ';',
      encoding: 'windows-1252',
      dateFormat: 'DD/MM/YYYY',
      decimal: ',',
      currency: 'EUR',
      entityId: ledger.entityId,
    });
    expect(await invoices()).toEqual([{ number: 'F1', total: 123_456, balance: 123_456, status: 'open' }]);
    const debtors = await ledger.work((tx) => tx.select({ name: t.debtor.name }).from(t.debtor));
    expect(debtors).toEqual([{ name: 'Café Noël' }]);
  });

  test('good lines are imported, each bad one is listed with column, value and reason', async () => {
    const text = lines(
      'F1;C1;01/11/2025;31/12/2025;100,00;40,00',
      ';C1;01/11/2025;31/12/2025;100,00;',
      'F3;;01/11/2025;31/12/2025;100,00;',
      'F4;C1;01/11/2025;30/02/2025;100,00;',
      'F5;C1;01/11/2025;;100,00;',
      'F6;C1;01/11/2025;31/12/2025;;',
      'F7;C1;01/11/2025;31/12/2025;cent;',
      'F8;C1;01/11/2025;31/12/2025;-100,00;',
      'F9;C1;01/01/2026;31/12/2025;100,00;',
      'F10;C1;01/11/2025;31/12/2025;100,00;100,01',
      'F1;C1;01/11/2025;31/12/2025;100,00;40,00',
      'F12;C1;01/11/2025;31/12/2025;99999999999999;',
      'F13;C1;01/11/2025;31/12/2025;100,00;0;surplus',
      '=HYPERLINK("x");C1;01/11/2025;31/12/2025;0;',
    );
    const dry = await ledger.read({ text, dryRun: true });
    expect(await invoices()).toEqual([]);
    const job = await ledger.read({ text });
    expect(job.summary).toEqual({ read: 14, created: 2, updated: 0, unchanged: 0, rejected: 12 });
    expect(dry.summary).toEqual(job.summary);
    const rejections = await ledger.rejections(job.id);
    expect(rejections).toEqual([
      { line: 3, field: 'number', value: '', reason: 'missing' },
      { line: 4, field: 'debtorRef', value: '', reason: 'missing' },
      { line: 5, field: 'dueDate', value: '30/02/2025', reason: 'not-a-date' },
      { line: 6, field: 'dueDate', value: '', reason: 'missing' },
      { line: 7, field: 'total', value: '', reason: 'missing' },
      { line: 8, field: 'total', value: 'cent', reason: 'not-a-number' },
      { line: 9, field: 'total', value: '-100,00', reason: 'negative' },
      { line: 10, field: 'dueDate', value: '31/12/2025', reason: 'due-before-issue' },
      { line: 11, field: 'balance', value: '100,01', reason: 'over-total' },
      { line: 12, field: 'number', value: 'F1', reason: 'duplicate' },
      { line: 13, field: 'total', value: '99999999999999', reason: 'digits' },
      { line: 14, field: 'line', value: 'surplus', reason: 'columns' },
    ]);
    expect(await ledger.rejections(dry.id)).toEqual(rejections);
    expect(await invoices()).toEqual([
      { number: '=HYPERLINK("x")', total: 0, balance: 0, status: 'paid' },
      { number: 'F1', total: 10_000, balance: 4_000, status: 'open' },
    ]);
  });

  test('the currency of the line, of the options, of the organisation', async () => {
    const head = 'number,debtorRef,dueDate,total,currency';
    await ledger.read({
      text: `${head}\nF1,C1,2025-12-31,10.00,GBP\nF2,C1,2025-12-31,10.00,\nF3,C1,2025-12-31,10,XXX\n`,
    });
    await ledger.read({ text: `${head}\nF4,C1,2025-12-31,1500,\n`, options: { currency: 'JPY' } });
    const found = await ledger.work((tx) =>
      tx
        .select({ number: t.invoice.number, currency: t.invoice.currency, total: t.invoice.total })
        .from(t.invoice)
        .orderBy(asc(t.invoice.number)),
    );
    expect(found).toEqual([
      { number: 'F1', currency: 'GBP', total: 1000 },
      { number: 'F2', currency: 'EUR', total: 1000 },
      { number: 'F4', currency: 'JPY', total: 1500 },
    ]);
  });

  test('a line equal to the last imported one changes nothing, whatever was paid since', async () => {
    const text = lines('F1;C1;01/11/2025;31/12/2025;100,00;100,00');
    await ledger.read({ text });
    const payment = {
      externalId: 'P1',
      receivedOn: '2025-12-01',
      amount: 4_000,
      currency: 'EUR',
      invoiceNumbers: ['F1'],
    };
    await ledger.work((tx) => recordPayments(tx, ledger.org, [payment], { actor: 'key:1', at: ledger.at }));
    const again = await ledger.read({ text });
    expect(again.summary).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await invoices()).toMatchObject([{ balance: 6_000 }]);
  });

  test('another balance wins, as a recorded adjustment and never as a payment', async () => {
    await ledger.read({ text: lines('F1;C1;01/11/2025;31/12/2025;100,00;100,00') });
    const lower = await ledger.read({ text: lines('F1;C1;01/11/2025;31/12/2025;100,00;30,00') });
    expect(lower.summary).toMatchObject({ updated: 1 });
    await ledger.read({ text: lines('F1;C1;01/11/2025;31/12/2025;100,00;0,00') });
    expect(await invoices()).toMatchObject([{ balance: 0, status: 'paid' }]);
    await ledger.read({ text: lines('F1;C1;01/11/2025;31/12/2025;100,00;20,00') });
    expect(await invoices()).toMatchObject([{ balance: 2_000, status: 'open' }]);
    const adjustments = await ledger.work((tx) =>
      tx
        .select({ before: t.adjustment.before, after: t.adjustment.after })
        .from(t.adjustment)
        .orderBy(asc(t.adjustment.id)),
    );
    expect(adjustments).toEqual([
      { before: 10_000, after: 3_000 },
      { before: 3_000, after: 0 },
      { before: 0, after: 2_000 },
    ]);
    expect(await ledger.work((tx) => tx.select().from(t.payment))).toEqual([]);
  });

  test('without a balance column the balance moves by as much as the total', async () => {
    const text = (total: string) => `number;debtorRef;dueDate;total\nF1;C1;2025-12-31;${total}\n`;
    await ledger.read({ text: text('100,00') });
    const payment = {
      externalId: 'P1',
      receivedOn: '2025-12-01',
      amount: 4_000,
      currency: 'EUR',
      invoiceNumbers: ['F1'],
    };
    await ledger.work((tx) => recordPayments(tx, ledger.org, [payment], { actor: 'key:1', at: ledger.at }));
    await ledger.read({ text: text('90,00') });
    expect(await invoices()).toEqual([{ number: 'F1', total: 9_000, balance: 5_000, status: 'open' }]);
  });

  test('an invoice stays with its debtor and its currency', async () => {
    await ledger.read({ text: 'number;debtorRef;dueDate;total\nF1;C1;2025-12-31;100,00\n' });
    const job = await ledger.read({ text: 'number;debtorRef;dueDate;total\nF1;C2;2025-12-31;100,00\n' });
    expect(await ledger.rejections(job.id)).toEqual([
      { line: 2, field: 'debtorRef', value: 'C2', reason: 'debtor-differs' },
    ]);
    expect(await ledger.work((tx) => tx.select().from(t.debtor))).toHaveLength(1);
  });

  test.each<[text: string, failure: string, detected?: object]>([
    ['%PDF-1.7', 'not-text: PDF'],
    [
      lines('F1;C1;01/11/2025;31/12/2025;100,00;').replace('\nF1', '\nF1;C1;01/11/2025;31/12/2025;1,00;\n"F2'),
      'quote-not-closed: 3',
    ],
    ['a;b\n1;2\n', 'column-missing: number', { headings: ['a', 'b'], sample: [['1', '2']] }],
  ])('a wrong file changes nothing: %#', async (text, failure, detected) => {
    const job = await ledger.read({ text });
    expect(job).toMatchObject({ status: 'failed', failure, ...(detected && { detected }) });
    expect(await invoices()).toEqual([]);
    expect(await ledger.work((tx) => tx.select().from(t.importRow))).toEqual([]);
    expect(await ledger.work((tx) => tx.select().from(t.importFile))).toEqual([]);
  });
});

describe('debtors and their addresses', () => {
  test('a debtor that owes and cannot be written to gives one task; its address closes it', async () => {
    const head = 'number;debtorRef;debtorName;dueDate;total;email';
    const text = [
      head,
      'F1;C1;One;2025-12-31;10;',
      'F2;C1;One;2025-12-31;10;',
      'F3;C2;Two;2025-12-31;10;a@two.example',
      'F4;C3;Three;2025-12-31;10;nobody',
      '',
    ].join('\n');
    await ledger.read({ text });
    expect(await openTasks()).toEqual([{ ref: 'C1' }, { ref: 'C3' }]);
    await ledger.read({ kind: 'debtors', text: 'debtorRef;email;phone\nC1;b@one.example;01 99 00 00 01\n' });
    expect(await openTasks()).toEqual([{ ref: 'C3' }]);
    expect(await persons()).toEqual([
      { ref: 'C1', name: '', email: 'b@one.example', phone: '01 99 00 00 01' },
      { ref: 'C2', name: '', email: 'a@two.example', phone: null },
    ]);
  });

  test('a file that says nothing of addresses asks for none', async () => {
    await ledger.read({ text: 'number;debtorRef;dueDate;total\nF1;C1;2025-12-31;10\n' });
    expect(await openTasks()).toEqual([]);
  });

  test('a file of debtors makes, changes and leaves them', async () => {
    const head = 'Code client;Raison sociale;Type;SIREN;Langue;Pays;Contact;Courriel';
    const file = (name: string) =>
      [
        head,
        `C1;${name};Entreprise;000 000 018;Français;fr;Ana;ana@one.example`,
        'C1;;;;;;Bob;bob@one.example',
        'C2;Two;Particulier;;EN;GB;;',
        '',
      ].join('\n');
    const first = await ledger.read({ kind: 'debtors', text: file('One') });
    expect(first.summary).toEqual({ read: 3, created: 2, updated: 1, unchanged: 0, rejected: 0 });
    const again = await ledger.read({ kind: 'debtors', text: file('One') });
    expect(again.summary).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const renamed = await ledger.read({ kind: 'debtors', text: file('One SAS') });
    expect(renamed.summary).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
    const debtors = await ledger.work((tx) => tx.select().from(t.debtor).orderBy(asc(t.debtor.externalRef)));
    expect(debtors).toMatchObject([
      { name: 'One SAS', kind: 'business', siren: '000000018', language: 'fr', country: 'FR' },
      { name: 'Two', kind: 'consumer', siren: null, language: 'en', country: 'GB' },
    ]);
    expect(await persons()).toMatchObject([{ email: 'ana@one.example' }, { email: 'bob@one.example' }]);
  });

  test('what a file of debtors says wrongly rejects the line', async () => {
    const head = 'debtorRef;email;siren;country;language;debtorKind';
    const job = await ledger.read({
      kind: 'debtors',
      text: `${head}\nC1;@;123456789;France;klingon;robot\nC2;;;FR;fr;\n`,
    });
    expect((await ledger.rejections(job.id)).map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'country not-a-country',
      'debtorKind not-a-kind',
      'email not-an-email',
      'language not-a-language',
      'siren not-a-siren',
    ]);
    expect(job.summary).toMatchObject({ read: 2, rejected: 1, created: 1 });
  });

  test('accounts with one SIREN are one debtor', async () => {
    await ledger.read({ kind: 'debtors', text: 'debtorRef;siren\nC1;000000018\nC2;000000018\n' });
    expect(await ledger.work((tx) => tx.select().from(t.debtor))).toMatchObject([{ externalRef: 'C1' }]);
    expect(await ledger.work((tx) => tx.select().from(t.account))).toHaveLength(2);
  });
});

describe('a file of payments', () => {
  test('is recorded as from any other system', async () => {
    await ledger.read({ text: lines('F1;C1;01/11/2025;31/12/2025;100,00;', 'F2;C1;01/11/2025;31/12/2025;50,00;') });
    const head = 'Id;Date règlement;Montant;Factures;Libellé;Code client';
    const text = [
      head,
      'P1;01/12/2025;120,00;F1|F2;;',
      'P2;02/12/2025;30,00;;;C1',
      'P3;03/12/2025;9,00;;inconnu;',
      'P4;03/12/2025;0;;;',
      'P4;03/12/2025;-1;;;',
      '',
    ].join('\n');
    const job = await ledger.read({ kind: 'payments', text });
    expect(job.summary).toEqual({ read: 5, created: 3, updated: 0, unchanged: 0, rejected: 2 });
    expect(await invoices()).toMatchObject([
      { number: 'F1', balance: 0, status: 'paid' },
      { number: 'F2', balance: 0, status: 'paid' },
    ]);
    const again = await ledger.read({ kind: 'payments', text });
    expect(again.summary).toMatchObject({ created: 0, unchanged: 3, rejected: 2 });
    const other = await ledger.read({ kind: 'payments', text: text.replace('P3;03', 'P3;04') });
    expect(await ledger.rejections(other.id)).toContainEqual({
      line: 4,
      field: 'externalId',
      value: 'P3',
      reason: 'content-differs',
    });
  });
});
