import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../tests/setup/database.ts';
import { inOrganisation, newId, openDatabase, type Database, type Tx } from '../index.ts';
import * as t from '../schema/index.ts';
import { allocatePayment, lockPayment, recordPayments, unallocatePayment } from './index.ts';

const AT = '2026-11-23T07:30:00.000Z';
const CONTEXT = { actor: 'user:ada', at: AT };

let fresh: FreshDatabase;
let app: Database;
let org = '';
let ids = { entity: '', debtor: '', account: '' };

const work = <Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> => inOrganisation(app, org, run);

beforeAll(async () => {
  fresh = await freshDatabase();
  app = openDatabase(fresh.app, { max: 4 });
});
afterAll(async () => {
  await app.$client.end();
  await fresh.drop();
});

beforeEach(async () => {
  org = newId();
  ids = { entity: newId(), debtor: newId(), account: newId() };
  await work(async (tx) => {
    await tx.insert(t.organisation).values({ id: org, name: 'Test', sandbox: true });
    await tx.insert(t.entity).values({ id: ids.entity, orgId: org, name: 'Lumen' });
    await tx.insert(t.debtor).values({ id: ids.debtor, orgId: org, name: 'Client', externalRef: 'C1' });
    const account = { id: ids.account, orgId: org, entityId: ids.entity, debtorId: ids.debtor, ref: 'C1' };
    await tx.insert(t.account).values(account);
  });
});

async function bill(number: string, total: number, currency = 'EUR'): Promise<string> {
  const id = newId();
  const { entity: entityId, debtor: debtorId, account: accountId } = ids;
  const own = { id, orgId: org, entityId, debtorId, accountId };
  await work((tx) =>
    tx
      .insert(t.invoice)
      .values({ ...own, number, dueDate: '2026-10-31', total, balance: total, currency, updatedAt: AT }),
  );
  return id;
}

async function pay(externalId: string, amount: number, ...invoiceNumbers: string[]): Promise<string> {
  const payment = { externalId, receivedOn: '2026-11-22', amount, currency: 'EUR', invoiceNumbers };
  const [done] = await work((tx) => recordPayments(tx, org, [payment], CONTEXT));
  return done?.id ?? '';
}

const read = {
  invoice: (id: string) => work((tx) => tx.select().from(t.invoice).where(eq(t.invoice.id, id))),
  payment: (id: string) => work((tx) => tx.select().from(t.payment).where(eq(t.payment.id, id))),
  adjustments: (id: string) =>
    work((tx) => tx.select().from(t.adjustment).where(eq(t.adjustment.invoiceId, id)).orderBy(t.adjustment.id)),
  allocations: (id: string) => work((tx) => tx.select().from(t.allocation).where(eq(t.allocation.paymentId, id))),
  audit: (kind: string) =>
    work((tx) =>
      tx
        .select()
        .from(t.audit)
        .where(and(eq(t.audit.orgId, org), eq(t.audit.kind, kind))),
    ),
  ledgerAt: async () => (await work((tx) => tx.select().from(t.organisation)))[0]?.ledgerAt,
};

const locked = async (tx: Tx, paymentId: string, ...invoiceIds: string[]) => {
  const found = await lockPayment(tx, org, { paymentId, invoiceIds });
  if (!found) throw new Error('no such payment');
  return found;
};

const allocate = (paymentId: string, ...parts: [invoiceId: string, amount: number][]) =>
  work(async (tx) => {
    const { payment, invoices } = await locked(tx, paymentId, ...parts.map(([id]) => id));
    const of = new Map(parts);
    const asked = invoices.map((invoice) => ({ invoice, amount: of.get(invoice.id) ?? 0 }));
    await allocatePayment(tx, org, { payment, debtorId: ids.debtor, parts: asked, reason: null, ...CONTEXT });
  });

const takeBack = (paymentId: string, invoiceId: string) =>
  work(async (tx) => {
    const { payment, invoices } = await locked(tx, paymentId, invoiceId);
    const [invoice] = invoices;
    if (!invoice) throw new Error('no such invoice');
    return unallocatePayment(tx, org, { payment, invoice, reason: 'another customer', ...CONTEXT });
  });

describe('a remainder', () => {
  test('within the tolerance counts as paid, and the trail accounts for it', async () => {
    const id = await bill('F1', 100_00);
    const paymentId = await pay('P1', 99_60, 'F1');
    expect(await read.invoice(id)).toMatchObject([{ balance: 0, status: 'paid' }]);
    expect(await read.adjustments(id)).toMatchObject([{ before: 40, after: 0, paymentId }]);
    expect(await read.audit('remainder-written-off')).toMatchObject([
      { invoiceId: id, debtorId: ids.debtor, ref: paymentId, data: { amount: 40, currency: 'EUR' } },
    ]);
    expect(await read.audit('paid')).toMatchObject([{ data: { by: 'tolerance' } }]);
  });

  test.each([
    ['of a euro and a cent', 98_99, 1_01],
    ['that is most of a small invoice', 40, 99_60],
  ])('%s stays owed', async (_what, amount, balance) => {
    const id = await bill('F1', 100_00);
    await pay('P1', amount, 'F1');
    expect(await read.invoice(id)).toMatchObject([{ balance, status: 'open' }]);
    expect(await read.adjustments(id)).toEqual([]);
  });

  test('that is most of an invoice stays owed however small', async () => {
    const id = await bill('F1', 1_50);
    await pay('P1', 60, 'F1');
    expect(await read.invoice(id)).toMatchObject([{ balance: 90, status: 'open' }]);
  });

  test('of a debtor abroad may be as large as bank charges', async () => {
    await work((tx) => tx.update(t.debtor).set({ country: 'BE' }).where(eq(t.debtor.id, ids.debtor)));
    const [one, other] = [await bill('F1', 100_00), await bill('F2', 100_00)];
    await pay('P1', 85_00, 'F1');
    await pay('P2', 84_99, 'F2');
    expect(await read.invoice(one)).toMatchObject([{ balance: 0 }]);
    expect(await read.invoice(other)).toMatchObject([{ balance: 15_01 }]);
  });

  test('in another currency than the organisation’s is never small', async () => {
    const id = await bill('F1', 100_00, 'USD');
    const payment = {
      externalId: 'P1',
      receivedOn: '2026-11-22',
      amount: 99_99,
      currency: 'USD',
      invoiceNumbers: ['F1'],
    };
    await work((tx) => recordPayments(tx, org, [payment], CONTEXT));
    expect(await read.invoice(id)).toMatchObject([{ balance: 1, status: 'open' }]);
  });
});

describe('allocating by hand', () => {
  test('pays the oldest, says whose money it is and keeps the rest', async () => {
    const [one, other] = [await bill('F1', 60_00), await bill('F2', 60_00)];
    const paymentId = await pay('P1', 100_00);
    await allocate(paymentId, [one, 60_00], [other, 10_00]);
    expect(await read.invoice(one)).toMatchObject([{ balance: 0, status: 'paid' }]);
    expect(await read.invoice(other)).toMatchObject([{ balance: 50_00, status: 'open' }]);
    expect(await read.payment(paymentId)).toMatchObject([{ unallocated: 30_00, debtorId: ids.debtor }]);
    await allocate(paymentId, [other, 20_00]);
    expect(await read.allocations(paymentId)).toHaveLength(2);
    expect(await read.invoice(other)).toMatchObject([{ balance: 30_00 }]);
    expect(await read.audit('payment-allocated')).toMatchObject([
      { actor: 'user:ada', data: { unallocated: 30_00 } },
      { data: { unallocated: 10_00, parts: [{ invoiceId: other, amount: 20_00 }] } },
    ]);
  });

  test('can be taken back: the invoice is owed again, with the remainder that was written off', async () => {
    const id = await bill('F1', 100_00);
    const paymentId = await pay('P1', 99_60);
    await allocate(paymentId, [id, 99_60]);
    expect(await read.invoice(id)).toMatchObject([{ balance: 0, status: 'paid' }]);
    expect(await takeBack(paymentId, id)).toBe(true);
    expect(await read.invoice(id)).toMatchObject([{ balance: 100_00, status: 'open' }]);
    expect(await read.payment(paymentId)).toMatchObject([{ unallocated: 99_60 }]);
    expect(await read.adjustments(id)).toMatchObject([
      { before: 40, after: 0 },
      { before: 99_60, after: 100_00 },
    ]);
    expect(await read.audit('payment-unallocated')).toMatchObject([{ reason: 'another customer', invoiceId: id }]);
    expect(await takeBack(paymentId, id)).toBe(false);
  });
});

test('money that comes in says how old the ledger is', async () => {
  expect(await read.ledgerAt()).toBeNull();
  await pay('P1', 5);
  expect(await read.ledgerAt()).toBe(AT);
  const later = '2026-11-23T09:00:00.000Z';
  await work((tx) =>
    recordPayments(tx, org, [{ externalId: 'P2', receivedOn: '2026-11-23', amount: 5, currency: 'EUR' }], {
      ...CONTEXT,
      at: later,
    }),
  );
  expect(await read.ledgerAt()).toBe(later);
});
