import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

interface Payment {
  id: string;
  debtor: { id: string; name: string } | null;
  allocations: { invoiceId: string; number: string; amount: { amount: string } }[];
  unallocated: { amount: string };
  code?: string;
  errors?: { path: string }[];
}
interface List<Item> {
  items: Item[];
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** Two debtors of one entity, the first with two invoices that are followed, and money of nobody. */
async function ledger() {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoices = ['F1', 'F2'].map((number) => ({ number, dueDate: '2026-02-10', amount: 60_00 }));
  const mine = await owe(api.world, scope, { name: 'Acier', invoices });
  const others = await owe(api.world, scope, {
    name: 'Béton',
    invoices: [{ number: 'G1', dueDate: '2026-02-10', amount: 50_00 }],
  });
  const version = await publish(api.world, scope, callAtOnce());
  await enrol(api.world, scope, version, [...mine, ...others]);
  await api.settle(organisation);
  const { manager: key } = organisation.keys;
  const pay = async (body: object) => {
    const payment = { externalId: 'P1', receivedOn: '2026-03-01', amount: eur('100.00'), ...body };
    return (await api.call<Payment>('POST /payments', { key, body: payment })).body;
  };
  return { organisation, scope, version, key, mine, others, pay };
}

const statusOf = async ({ keys }: Organisation, invoiceId: string | undefined) => {
  const { body } = await api.call<{ status: string; balance: { amount: string }; enrolmentId: string | null }>(
    `GET /invoices/${invoiceId}`,
    { key: keys.manager },
  );
  return [body.status, body.balance.amount, body.enrolmentId !== null];
};

test('money that no rule places is found on its list, given to invoices by hand, and ends their follow-ups', async () => {
  const { organisation, key, mine, pay } = await ledger();
  const [one, other] = mine;
  const { id } = await pay({ reference: 'VIR ACIER MARS' });
  const open = await api.call<List<Payment>>('GET /payments?unallocated=true&search=acier', { key });
  expect(open.body.items).toMatchObject([{ id, debtor: null, unallocated: eur('100.00') }]);

  const { collector } = organisation.keys;
  const done = await api.call<Payment>(`POST /payments/${id}/allocate`, {
    key: collector,
    body: {
      allocations: [
        { invoiceId: one, amount: eur('60.00') },
        { invoiceId: other, amount: eur('10.00') },
      ],
    },
  });
  expect(done).toMatchObject({
    status: 200,
    body: { debtor: { name: 'Acier' }, allocations: [{ number: 'F1' }, { number: 'F2' }], unallocated: eur('30.00') },
  });
  await api.settle(organisation);
  expect(await statusOf(organisation, one)).toEqual(['paid', '0.00', false]);
  expect(await statusOf(organisation, other)).toEqual(['open', '50.00', true]);
  const ended = await api.call<List<{ outcome: { reason: string } | null }>>(`GET /enrolments?invoiceId=${one}`, {
    key,
  });
  expect(ended.body.items).toMatchObject([{ outcome: { reason: 'paid' } }]);
  expect((await api.call<List<Payment>>('GET /payments?unallocated=true', { key })).body.items).toHaveLength(1);
});

test('an allocation taken back makes the invoice owed again, and it can be followed anew', async () => {
  const { organisation, scope, version, key, mine, pay } = await ledger();
  const [one = ''] = mine;
  const { id } = await pay({ amount: eur('59.50'), invoiceNumbers: ['F1'] });
  await api.settle(organisation);
  // fifty cents are no reason to write
  expect(await statusOf(organisation, one)).toEqual(['paid', '0.00', false]);
  const back = await api.call<Payment>(`POST /payments/${id}/unallocate`, {
    key,
    body: { invoiceId: one, reason: 'it was for another customer' },
  });
  expect(back.body).toMatchObject({ allocations: [], unallocated: eur('59.50') });
  expect(await statusOf(organisation, one)).toEqual(['open', '60.00', false]);
  expect(await enrol(api.world, scope, version, [one])).toHaveLength(1);
  const again = await api.call(`POST /payments/${id}/unallocate`, { key, body: { invoiceId: one, reason: 'again' } });
  expect(again).toMatchObject({ status: 409, body: { code: 'not-allocated' } });
});

test('money can be said to be somebody’s before it is for anything', async () => {
  const { key, mine, pay } = await ledger();
  const { id } = await pay({});
  const { debtor } = (await api.call<{ debtor: { id: string } }>(`GET /invoices/${mine[0]}`, { key })).body;
  const said = await api.call<Payment>(`POST /payments/${id}/allocate`, {
    key,
    body: { debtorId: debtor.id, allocations: [], reason: 'they told us on the phone' },
  });
  expect(said.body).toMatchObject({ debtor: { name: 'Acier' }, unallocated: eur('100.00') });
  const theirs = await api.call<List<Payment>>(`GET /payments?debtorId=${debtor.id}`, { key });
  expect(theirs.body.items).toMatchObject([{ id }]);
});

test('what cannot be changes nothing', async () => {
  const { organisation, key, mine, others, pay } = await ledger();
  const [one] = mine;
  const { id } = await pay({});
  const give = (allocations: object[], as = key) =>
    api.call<Payment>(`POST /payments/${id}/allocate`, { key: as, body: { allocations } });
  for (const [allocations, path] of [
    [[{ invoiceId: one, amount: eur('60.01') }], 'allocations.0.amount'],
    [[{ invoiceId: one, amount: { amount: '60.00', currency: 'USD' } }], 'allocations.0.amount'],
    [
      [
        { invoiceId: one, amount: eur('60.00') },
        { invoiceId: others[0], amount: eur('50.00') },
      ],
      'allocations.1.amount',
    ],
    [
      [
        { invoiceId: one, amount: eur('1.00') },
        { invoiceId: one, amount: eur('1.00') },
      ],
      'allocations.1.invoiceId',
    ],
  ] as const) {
    const reply = await give([...allocations]);
    expect(reply).toMatchObject({ status: 422, body: { code: 'not-allocatable', errors: [{ path }] } });
  }
  expect((await give([])).status).toBe(400);
  expect((await give([{ invoiceId: one, amount: eur('0.00') }])).status).toBe(400);
  expect((await give([{ invoiceId: organisation.id, amount: eur('1.00') }])).status).toBe(404);
  const stranger = await api.newOrganisation();
  expect((await give([{ invoiceId: one, amount: eur('1.00') }], stranger.keys.manager)).status).toBe(404);
  expect((await api.call<Payment>(`GET /payments/${id}`, { key })).body.unallocated).toEqual(eur('100.00'));
  expect(await statusOf(organisation, one)).toEqual(['open', '60.00', true]);
});

test('two who give the same money at once do not give it twice', async () => {
  const { key, mine, pay } = await ledger();
  const { id } = await pay({ amount: eur('60.00') });
  const give = (invoiceId: string | undefined) =>
    api.call(`POST /payments/${id}/allocate`, {
      key,
      body: { allocations: [{ invoiceId, amount: eur('60.00') }] },
    });
  const replies = await Promise.all(mine.map((invoiceId) => give(invoiceId)));
  expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['200', '422']);
  expect((await api.call<Payment>(`GET /payments/${id}`, { key })).body.unallocated).toEqual(eur('0.00'));
});
