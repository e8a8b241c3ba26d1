import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../tests/setup/database.ts';
import { inOrganisation, newId, openDatabase, type Database, type Tx } from '../index.ts';
import * as t from '../schema/index.ts';
import { readDebtorCredits } from './index.ts';

const LISTED = '2026-11-23T07:30:00.000Z';
const LATER = '2026-11-24T07:30:00.000Z';
const EARLIER = '2026-11-20T07:30:00.000Z';

let fresh: FreshDatabase;
let app: Database;
let org = '';
let ids = { entity: '', other: '', debtor: '', account: '' };

const work = <Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> => inOrganisation(app, org, run);

beforeAll(async () => {
  fresh = await freshDatabase();
  app = openDatabase(fresh.app, { max: 2 });
});
afterAll(async () => {
  await app.$client.end();
  await fresh.drop();
});

beforeEach(async () => {
  org = newId();
  ids = { entity: newId(), other: newId(), debtor: newId(), account: newId() };
  await work(async (tx) => {
    await tx.insert(t.organisation).values({ id: org, name: 'Test', sandbox: true });
    for (const id of [ids.entity, ids.other]) await tx.insert(t.entity).values({ id, orgId: org, name: 'Lumen' });
    await tx.insert(t.debtor).values({ id: ids.debtor, orgId: org, name: 'Client', externalRef: 'C1' });
    const account = { id: ids.account, orgId: org, entityId: ids.entity, debtorId: ids.debtor, ref: 'C1' };
    await tx.insert(t.account).values(account);
  });
});

/** A line of the entity's list of open items, taken on the 23rd. */
async function list(kind: 'credit-note' | 'unallocated', amount: number, balance = amount): Promise<void> {
  await work((tx) =>
    tx.insert(t.credit).values({
      orgId: org,
      entityId: ids.entity,
      accountId: ids.account,
      debtorId: ids.debtor,
      kind,
      number: `${kind} ${amount}`,
      amount,
      balance,
      currency: 'EUR',
      at: LISTED,
      updatedAt: LISTED,
    }),
  );
}

interface Money {
  at: string;
  receivedOn?: string;
  entityId?: string | null;
  currency?: string;
}

/** Money that came in and that no invoice took. */
async function receive(amount: number, { at, receivedOn = at.slice(0, 10), currency = 'EUR', ...more }: Money) {
  const entityId = more.entityId === undefined ? ids.entity : more.entityId;
  const debtorId = ids.debtor;
  const own = { orgId: org, externalId: newId(), contentHash: '', debtorId, entityId };
  await work((tx) => tx.insert(t.payment).values({ ...own, receivedOn, amount, unallocated: amount, currency, at }));
}

const total = async (): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { currency, amount } of await work((tx) => readDebtorCredits(tx, org, ids.debtor)))
    sums[currency] = (sums[currency] ?? 0) + amount;
  return sums;
};

describe('what a creditor owes a debtor', () => {
  test('is its credit notes and the money that no invoice took', async () => {
    await list('credit-note', 3_000);
    await receive(5_000, { at: EARLIER });
    expect(await total()).toEqual({ EUR: 8_000 });
  });

  test('money that was recorded and that the ledger lists as well counts once', async () => {
    await receive(5_000, { at: EARLIER });
    await list('unallocated', 5_000);
    await list('credit-note', 3_000);
    expect(await total()).toEqual({ EUR: 8_000 });
  });

  test('of no certain creditor too, and recorded after the list of a day on which it had come in', async () => {
    await list('unallocated', 5_000);
    await receive(5_000, { at: EARLIER, entityId: null });
    await receive(5_000, { at: LATER, receivedOn: '2026-11-20' });
    expect(await total()).toEqual({ EUR: 5_000 });
  });

  test('what came in since, for another creditor or in another currency stands beside it', async () => {
    await list('unallocated', 5_000);
    await receive(700, { at: LATER });
    await receive(20, { at: EARLIER, entityId: ids.other });
    await receive(1, { at: EARLIER, currency: 'GBP' });
    expect(await total()).toEqual({ EUR: 5_720, GBP: 1 });
  });

  test('what the ledger has closed says nothing any more', async () => {
    await list('unallocated', 5_000, 0);
    await receive(5_000, { at: EARLIER });
    expect(await total()).toEqual({ EUR: 5_000 });
  });
});
