import { newId } from '@relance/db';
import { recordPayments, undoImport } from '@relance/db/queries';
import * as t from '@relance/db/schema';
import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const HEAD = 'Facture;Code client;Date facture;Échéance;Montant TTC;Solde;Type de pièce';
const file = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n');
const list = (text: string, more: object = {}) =>
  ledger.read({ text, openItems: true, closingConfirmed: true, ...more });
const invoices = async () =>
  Object.fromEntries(
    (await ledger.work((tx) => tx.select().from(t.invoice).orderBy(asc(t.invoice.number)))).map((row) => [
      row.number,
      `${row.status} ${row.balance}/${row.total}`,
    ]),
  );
const credits = () =>
  ledger.work((tx) =>
    tx
      .select({ number: t.credit.number, kind: t.credit.kind, amount: t.credit.amount, balance: t.credit.balance })
      .from(t.credit)
      .orderBy(asc(t.credit.number)),
  );
const pay = (number: string, amount: number) =>
  ledger.work((tx) =>
    recordPayments(
      tx,
      ledger.org,
      [
        {
          externalId: `P-${number}-${amount}`,
          receivedOn: '2026-11-20',
          amount,
          currency: 'EUR',
          invoiceNumbers: [number],
        },
      ],
      { actor: 'user:1', at: ledger.at },
    ),
  );
const undo = (importId: string) =>
  ledger.work((tx) => undoImport(tx, ledger.org, { importId, actor: 'user:1', reason: 'wrong file', at: ledger.at }));

const F1 = 'F1;C1;01/10/2026;31/10/2026;100,00;100,00;Facture';
const F2 = 'F2;C1;02/10/2026;01/11/2026;200,00;150,00;Facture';
const F3 = 'F3;C2;03/10/2026;02/11/2026;300,00;300,00;Facture';
const AV1 = 'AV1;C2;04/10/2026;;-40,00;-25,00;Avoir';
const ACOMPTE = 'RG7;C1;05/10/2026;;-60,00;-60,00;Règlement';

describe('a list of open items', () => {
  test('makes invoices with what is left, and credits of its negative lines', async () => {
    const job = await list(file(F1, F2, F3, AV1, ACOMPTE));
    expect(job).toMatchObject({
      status: 'done',
      summary: { read: 5, created: 5, updated: 0, unchanged: 0, rejected: 0 },
      closing: {
        invoices: 0,
        openInvoices: 0,
        mustConfirm: false,
        figures: {
          created: { count: 3, sums: [{ currency: 'EUR', amount: 55_000 }] },
          credits: { count: 2, sums: [{ currency: 'EUR', amount: 8_500 }] },
        },
      },
    });
    expect(await invoices()).toEqual({ F1: 'open 10000/10000', F2: 'open 15000/20000', F3: 'open 30000/30000' });
    expect(await credits()).toEqual([
      { number: 'AV1', kind: 'credit-note', amount: 4_000, balance: 2_500 },
      { number: 'RG7', kind: 'unallocated', amount: 6_000, balance: 6_000 },
    ]);
    const [organisation] = await ledger.work((tx) => tx.select().from(t.organisation));
    expect(organisation?.ledgerAt).toBe(ledger.at);
  });

  test('the same list again changes nothing', async () => {
    await list(file(F1, F2, AV1));
    const again = await list(file(F1, F2, AV1));
    expect(again.summary).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const changes = await ledger.work((tx) =>
      tx.select().from(t.importChange).where(eq(t.importChange.importId, again.id)),
    );
    expect(changes).toEqual([]);
  });

  test('what is not on it is settled, and open again when it comes back', async () => {
    await list(file(F1, F2, F3, AV1));
    const second = await list(file(F1, F2));
    expect(second.closing).toMatchObject({
      invoices: 1,
      openInvoices: 3,
      credits: 1,
      balances: [{ currency: 'EUR', closing: 30_000, open: 55_000 }],
      large: true,
    });
    expect(await invoices()).toMatchObject({ F1: 'open 10000/10000', F3: 'paid 0/30000' });
    expect(await credits()).toMatchObject([{ number: 'AV1', balance: 0 }]);
    const third = await list(file(F1, F2, F3, AV1));
    expect(third.closing?.figures.reopened).toEqual({ count: 1, sums: [{ currency: 'EUR', amount: 30_000 }] });
    expect(await invoices()).toMatchObject({ F3: 'open 30000/30000' });
    expect(await credits()).toMatchObject([{ number: 'AV1', balance: 2_500 }]);
  });

  test('a large closing waits for a second confirmation and has changed nothing until then', async () => {
    await list(file(F1, F2, F3));
    const dry = await list(file(F1), { dryRun: true, closingConfirmed: false });
    expect(dry).toMatchObject({ status: 'done', closing: { invoices: 2, mustConfirm: true } });
    const refused = await list(file('F9;C9;01/10/2026;31/10/2026;1;1;', F1), { closingConfirmed: false });
    expect(refused).toMatchObject({ status: 'failed', failure: 'closing-unconfirmed', closing: { invoices: 2 } });
    expect(await invoices()).toEqual({ F1: 'open 10000/10000', F2: 'open 15000/20000', F3: 'open 30000/30000' });
    expect(await ledger.work((tx) => tx.select().from(t.importRow))).toEqual([]);
    await list(file(F1));
    expect(await invoices()).toMatchObject({ F2: 'paid 0/20000', F3: 'paid 0/30000' });
  });

  test('money recorded here stands while the list says what it said before', async () => {
    await list(file(F1, F2, F3));
    await pay('F1', 10_000);
    await pay('F2', 5_000);
    const again = await list(file(F1, F2, F3));
    expect(again.closing?.figures.paidHere).toEqual({ count: 2, sums: [{ currency: 'EUR', amount: 15_000 }] });
    expect(await invoices()).toMatchObject({ F1: 'paid 0/10000', F2: 'open 10000/20000' });
    await list(file(F1.replace('100,00;Facture', '30,00;Facture'), F2, F3));
    expect(await invoices()).toMatchObject({ F1: 'open 3000/10000' });
  });

  test('an invoice that no file has had yet is unchanged where the list finds it so, and known from then on', async () => {
    await list(file(F1, F2));
    await ledger.work((tx) => tx.update(t.invoice).set({ importedHash: null, statedBalance: null, listedIn: null }));
    const found = await list(file(F1, F2.replace('01/11/2026', '08/11/2026')));
    expect(found.closing?.figures).toMatchObject({ unchanged: { count: 1 }, changed: { count: 1 } });
    expect(found.summary).toMatchObject({ unchanged: 1, updated: 1 });
    await pay('F1', 4_000);
    await list(file(F1, F2));
    expect(await invoices()).toMatchObject({ F1: 'open 6000/10000' });
  });

  test('a rejected line keeps its invoice open', async () => {
    await list(file(F1, F2, F3));
    await list(file(F1, F2, F3.replace('300,00;Facture', 'trois cents;Facture')));
    expect(await invoices()).toMatchObject({ F3: 'open 30000/30000' });
    await list(file(F1, F2, F3.replace('F3', '')));
    expect(await invoices()).toMatchObject({ F3: 'open 30000/30000' });
  });

  test('leaves other entities and what was recorded after it alone', async () => {
    const other = newId();
    await ledger.work((tx) => tx.insert(t.entity).values({ id: other, orgId: ledger.org, name: 'Autre' }));
    const here = { options: { entityId: ledger.entityId } };
    await ledger.read({ text: file('F8;C8;01/10/2026;31/10/2026;8;8;'), options: { entityId: other } });
    await list(file(F1, F2), here);
    const id = await ledger.start({ text: file(F1), openItems: true, closingConfirmed: true, ...here });
    await ledger.read({ text: file(F3), ...here });
    await ledger.finish(id);
    expect(await invoices()).toMatchObject({
      F1: 'open 10000/10000',
      F2: 'paid 0/20000',
      F3: 'open 30000/30000',
      F8: 'open 800/800',
    });
    expect(await list(file(F1))).toMatchObject({ status: 'failed', failure: 'entity-owed' });
  });
});

describe('undoing the last list', () => {
  test('restores what it closed, changed and made, and keeps the trail', async () => {
    await list(file(F1, F2, F3, AV1));
    const [openBefore, creditsBefore] = [await invoices(), await credits()];
    const last = await list(
      file(F1.replace('100,00;Facture', '70,00;Facture'), 'F5;C5;01/10/2026;31/10/2026;50;50;', ACOMPTE),
    );
    expect(await undo(last.id)).toEqual({ restored: 6, left: [] });
    expect(await invoices()).toEqual({ ...openBefore, F5: 'credited 0/5000' });
    expect(await credits()).toEqual([
      creditsBefore[0],
      { number: 'RG7', kind: 'unallocated', amount: 6_000, balance: 0 },
    ]);
    expect(await undo(last.id)).toBe('undone');
    const again = await list(file(F1, F2, F3, AV1, 'F5;C5;01/10/2026;31/10/2026;50;50;'));
    expect(again.closing?.figures).toMatchObject({ unchanged: { count: 3 }, reopened: { count: 1 } });
    expect(await invoices()).toMatchObject({ F5: 'open 5000/5000' });
  });

  test('leaves what has changed since, and says so', async () => {
    await list(file(F1, F2, F3));
    const first = await list(file(F1.replace('100,00;Facture', '70,00;Facture'), F2, F3));
    await pay('F1', 2_000);
    expect(await undo(first.id)).toEqual({ restored: 0, left: ['F1'] });
    expect(await invoices()).toMatchObject({ F1: 'open 5000/10000' });
  });

  test('only the last one of its entity', async () => {
    const first = await list(file(F1, F2));
    const second = await list(file(F1, F2, F3));
    expect(await undo(first.id)).toBe('not-last');
    await undo(second.id);
    expect(await undo(first.id)).toMatchObject({ restored: 2 });
    expect(await invoices()).toEqual({ F1: 'credited 0/10000', F2: 'credited 0/20000', F3: 'credited 0/30000' });
  });
});
