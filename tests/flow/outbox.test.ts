import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolment } from '@relance/db/schema';
import { enrol, owe, type Owed } from '../drivers/sandbox.ts';
import { messageAtOnce, outboxWorld, type Outbox } from '../setup/outbox-world.ts';

let world: Awaited<ReturnType<typeof outboxWorld>>;
beforeAll(async () => {
  world = await outboxWorld();
});
afterAll(() => world.close());

const debtor = (name: string, ...amounts: number[]): Owed => ({
  name,
  invoices: amounts.map((amount, index) => ({ number: `${name}-${index + 1}`, dueDate: '2026-02-01', amount })),
});
const toConfirm = messageAtOnce('to-confirm');
const automatic = messageAtOnce('automatic');

describe('messages to confirm', () => {
  test('stand in the outbox by debtor, largest first, with their text, and leave once when somebody says so', async () => {
    const { list, preview, act, settle, advance, mails, tasks, key } = await world.planned(toConfirm, [
      debtor('Petit', 1_000),
      debtor('Grand', 900_000, 100_000),
    ]);
    expect(await mails()).toEqual([]);
    const { items, total, counts, sending } = await list();
    expect([total, counts.decide, counts.today, sending]).toEqual([2, 2, 0, true]);
    expect(items.map((item) => [item.debtor.name, item.amount.amount, item.risks])).toEqual([
      ['Grand', '10000.00', ['largest', 'first-contact']],
      ['Petit', '10.00', ['first-contact']],
    ]);
    const { api } = world;
    const first = await api.call<Outbox>('GET /outbox?limit=1', { key });
    const second = await api.call<Outbox>(`GET /outbox?limit=1&cursor=${first.body.nextCursor}`, { key });
    expect([...first.body.items, ...second.body.items]).toEqual(items);
    expect(second.body.nextCursor).toBeNull();
    expect((await api.call('GET /outbox?cursor=x', { key })).status).toBe(400);
    expect((await api.call('GET /outbox/counts', { key })).body).toEqual({ counts });
    const [large] = items;
    if (!large) throw new Error('nothing to confirm');
    const previewed = (await preview(large)).body;
    expect(previewed.kept).toEqual([]);
    expect((await preview(large, 'decide')).body).toEqual(previewed);
    expect((await preview(large, 'today')).status).toBe(404);
    expect(previewed.messages).toMatchObject([
      {
        to: ['grand@debtor.example'],
        edited: false,
        contactIds: large.contactIds,
        wording: { subject: expect.stringContaining('{{invoices_short}}') },
      },
    ]);
    expect(previewed.messages[0]?.text).toContain('Grand-1');

    const { contactIds } = large;
    expect((await act('send', { contactIds })).body).toEqual({ contacts: 2, debtors: 1, gone: [] });
    await settle();
    await advance('2026-03-02T10:00:00.000Z');
    const sent = await mails();
    expect(sent.map(({ to, text }) => [to, text])).toEqual([[['grand@debtor.example'], previewed.messages[0]?.text]]);
    expect((await tasks()).map(({ status, outcome }) => `${status} ${outcome}`).sort()).toEqual([
      'done send',
      'open null',
    ]);
    expect(await act('send', { contactIds })).toMatchObject({ status: 404 });
    expect((await list()).total).toBe(1);
  });

  test('what has been enrolled and has not begun yet is counted, until it has', async () => {
    const { organisation, settle, list, within } = await world.planned(messageAtOnce('to-confirm'), [
      { name: 'Ferronnerie', invoices: [{ number: 'FE1', dueDate: '2026-02-10', amount: 10_00 }] },
    ]);
    expect((await list()).entering).toBe(0);
    const { id: organisationId, entityId } = organisation;
    const owed = {
      name: 'Menuiserie',
      invoices: ['M1', 'M2'].map((number) => ({ number, dueDate: '2026-02-10', amount: 1 })),
    };
    const invoiceIds = await owe(world.api.world, { organisationId, entityId }, owed);
    const [begun] = await within((tx) => tx.select().from(enrolment));
    if (!begun) throw new Error('nothing is enrolled');
    await enrol(world.api.world, { organisationId, entityId }, begun, invoiceIds);
    expect((await list()).entering).toBe(2);
    await settle();
    expect((await list()).entering).toBe(0);
  });

  test('one of two is dropped: its case goes on without it, the other leaves', async () => {
    const { list, act, advance, mails, contacts, tasks, invoiceIds } = await world.planned(toConfirm, [
      debtor('Acier', 20_000, 30_000),
    ]);
    const planned = await contacts();
    const contactOf = (index: number) => planned.find(({ invoiceId }) => invoiceId === invoiceIds[0]?.[index]);
    const [first, second] = [contactOf(0), contactOf(1)];
    expect((await act('drop', { contactIds: [first?.id] })).status).toBe(400);
    expect((await act('drop', { contactIds: [first?.id], reason: 'Réglée hier' })).status).toBe(200);
    expect(await tasks()).toMatchObject([{ status: 'open' }]);
    const sent = await act('send', { contactIds: [first?.id, second?.id] });
    expect(sent.body).toEqual({ contacts: 1, debtors: 1, gone: [first?.id] });
    await advance('2026-03-02T10:00:00.000Z');
    const settled = new Map((await contacts()).map(({ id, status, reason }) => [id, { status, reason }]));
    expect(settled.get(first?.id ?? '')).toEqual({ status: 'not-sent', reason: 'dropped' });
    expect(settled.get(second?.id ?? '')).toEqual({ status: 'sent', reason: null });
    const [mail] = await mails();
    expect(mail?.text).toContain('Acier-2');
    // what nobody sends is not asked for either, though it is overdue
    expect(mail?.text.indexOf('Acier-1')).toBeGreaterThan(mail?.text.indexOf('Pour information') ?? 0);
    expect(await tasks()).toMatchObject([{ status: 'done' }]);
    expect((await list()).total).toBe(0);
  });

  test('this one is written in other words; when its invoices change it is read again', async () => {
    const { api } = world;
    const { list, act, preview, advance, mails, contacts, key } = await world.planned(toConfirm, [
      debtor('Bois', 20_000),
      debtor('Chaux', 20_000, 5_000),
    ]);
    const [one, two] = (await list()).items.toSorted((a, b) => a.debtor.name.localeCompare(b.debtor.name));
    if (!one || !two) throw new Error('nothing to confirm');
    const body = 'Cher ami,\n\n{{invoice_table}}\n\n{{payment_block}}';
    const refused = await act('edit', { contactIds: one.contactIds, subject: 'Un mot', body: 'Payez {{now}}' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-text' } });
    const table = { subject: 'Un mot', body: 'Dû : {{invoice_table}}\n\n{{payment_block}}' };
    const misplaced = await act('edit', { contactIds: one.contactIds, ...table });
    expect(misplaced).toMatchObject({ status: 422, body: { code: 'bad-text', errors: [{ path: 'body' }] } });
    for (const { contactIds } of [one, two]) {
      expect((await act('edit', { contactIds, subject: 'Un mot', body })).status).toBe(200);
    }
    expect((await preview(one)).body.messages).toMatchObject([{ subject: 'Un mot', edited: true, wording: { body } }]);
    const paid = { externalId: 'P1', receivedOn: '2026-03-02', amount: { amount: '50.00', currency: 'EUR' } };
    await api.call('POST /payments', { key, body: { ...paid, invoiceNumbers: ['Chaux-2'] } });
    await act('send', { contactIds: [...one.contactIds, ...two.contactIds] });
    await advance('2026-03-02T10:00:00.000Z');
    const sent = await mails();
    expect(sent.map(({ subject }) => subject)).toEqual(['Un mot']);
    expect(sent[0]?.text).toContain('Cher ami,');
    const left = (await contacts()).filter(({ status }) => status === 'planned');
    expect(left).toMatchObject([{ waitingFor: 'person', reason: 'text-outdated' }]);
    expect((await list('aside')).items).toMatchObject([{ debtor: { name: 'Chaux' } }]);
  });

  test('the minimum distance holds whoever confirms, and the preview says until when', async () => {
    const { list, act, preview, advance, mails, contacts, organisation, key } = await world.planned(automatic, [
      debtor('Dalle', 20_000),
    ]);
    await advance('2026-03-02T10:00:00.000Z');
    expect(await mails()).toHaveLength(1);
    const [sent] = await contacts();
    if (!sent) throw new Error('nothing was sent');
    await world.enrolAnother(organisation, key, { debtorId: sent.debtorId, graph: toConfirm });
    const { items } = await list();
    const [group] = items;
    if (!group) throw new Error('nothing to confirm');
    const until = new Date(Date.parse(sent.sentAt ?? '') + 5 * 86_400_000).toISOString();
    expect((await preview(group)).body).toMatchObject({
      messages: [],
      kept: [{ number: 'Dalle-1-bis', reason: 'minimum-distance', until }],
    });
    await act('send', { contactIds: group.contactIds });
    await advance('2026-03-06T10:00:00.000Z');
    expect(await mails()).toHaveLength(1);
    const later = await list('later');
    expect(later).toMatchObject({
      counts: { later: 1 },
      items: [{ phrases: [{ key: 'why.later.minimum-distance', values: { until } }] }],
    });
    await advance('2026-03-09T10:00:00.000Z');
    expect(await mails()).toHaveLength(2);
  });
});

describe('trust', () => {
  test('sending off: what is planned stays planned, confirmed or not; switched on it leaves', async () => {
    const { list, act, advance, mails, change, release, settle } = await world.planned(
      automatic,
      [debtor('Étain', 20_000)],
      { sending: false },
    );
    expect(await mails()).toEqual([]);
    const stopped = await list('stopped');
    expect(stopped).toMatchObject({ sending: false, items: [{ waitingFor: ['sending'] }] });
    const contactIds = stopped.items.flatMap((item) => item.contactIds);
    expect((await act('send', { contactIds })).status).toBe(200);
    await advance('2026-03-03T10:00:00.000Z');
    expect(await mails()).toEqual([]);
    await change({ sending: true });
    await release('sending');
    await settle();
    expect(await mails()).toHaveLength(1);
  });

  test('an old ledger stops messages; a manager lets them go, a collector may not', async () => {
    const { list, act, collector, mails, settle, whyNot } = await world.planned(automatic, [debtor('Fer', 20_000)], {
      staleAfterHours: 24,
      ledgerAt: '2026-02-27T08:00:00.000Z',
    });
    expect(await mails()).toEqual([]);
    const { items, brakes } = await list();
    expect(items).toMatchObject([{ waitingFor: ['stale'], phrases: [{ key: 'why.wait.stale' }] }]);
    expect(brakes.ledger).toMatchObject({ hours: 73, messages: 1 });
    expect(await whyNot(items[0]?.debtor.id ?? '')).toEqual(['why.wait.stale']);
    const contactIds = items.flatMap((item) => item.contactIds);
    expect(await act('send', { contactIds }, collector)).toMatchObject({
      status: 403,
      body: { code: 'needs-manager' },
    });
    expect((await act('send', { contactIds })).status).toBe(200);
    await settle();
    expect(await mails()).toHaveLength(1);
  });

  test('a payment that is posted makes the ledger new again: they leave by themselves', async () => {
    const { key, mails, settle } = await world.planned(automatic, [debtor('Grès', 20_000), debtor('Houille', 700)], {
      staleAfterHours: 24,
      ledgerAt: null,
    });
    expect(await mails()).toEqual([]);
    const paid = { externalId: 'P1', receivedOn: '2026-03-02', amount: { amount: '7.00', currency: 'EUR' } };
    await world.api.call('POST /payments', { key, body: { ...paid, invoiceNumbers: ['Houille-1'] } });
    await settle();
    expect((await mails()).map(({ to }) => to)).toEqual([['grès@debtor.example']]);
  });

  test('a day many times larger than the usual waits whole, and one decision lets it go', async () => {
    const many = Array.from({ length: 25 }, (_, index) => debtor(`Client${index + 10}`, 10_000));
    const { list, act, mails, settle, whyNot } = await world.planned(automatic, many, { batchFactor: 3 });
    expect(await mails()).toEqual([]);
    const { items, total, brakes } = await list();
    expect(total).toBe(25);
    expect(brakes.batch).toMatchObject({ today: 25, messages: 25 });
    expect(new Set(await Promise.all(items.map(async (item) => (await whyNot(item.debtor.id)).join())))).toEqual(
      new Set(['why.wait.batch']),
    );
    expect(new Set(items.flatMap(({ waitingFor }) => waitingFor))).toEqual(new Set(['batch']));
    expect((await act('send', { contactIds: items.flatMap(({ contactIds }) => contactIds) })).body).toMatchObject({
      contacts: 25,
      debtors: 25,
    });
    await settle();
    expect(await mails()).toHaveLength(25);
  });

  test('a day that can be read through leaves', async () => {
    const few = Array.from({ length: 20 }, (_, index) => debtor(`Client${index + 10}`, 10_000));
    const { mails } = await world.planned(automatic, few, { batchFactor: 3 });
    expect(await mails()).toHaveLength(20);
  });
});

describe('set aside', () => {
  test('until somebody takes it up, or until a day', async () => {
    const { list, act, advance, mails } = await world.planned(
      automatic,
      [debtor('Ivoire', 20_000), debtor('Jade', 30_000)],
      { sending: false },
    );
    const stopped = await list('stopped');
    const [jade, ivoire] = stopped.items;
    if (!jade || !ivoire) throw new Error('nothing is planned');
    const reason = 'Le directeur appelle';
    expect((await act('hold', { contactIds: jade.contactIds, reason, until: '2026-03-01' })).status).toBe(422);
    expect((await act('hold', { contactIds: jade.contactIds, reason })).status).toBe(200);
    expect((await act('hold', { contactIds: ivoire.contactIds, reason, until: '2026-03-05' })).status).toBe(200);
    expect(await list('aside')).toMatchObject({ total: 1, items: [{ debtor: { name: 'Jade' }, reason }] });
    await advance('2026-03-06T10:00:00.000Z');
    expect(await mails()).toEqual([]);
    expect((await list('stopped')).items).toMatchObject([{ debtor: { name: 'Ivoire' } }]);
    expect((await list('aside')).total).toBe(1);
  });

  test('a confirmation that was put off comes back on its day, still to be confirmed', async () => {
    const { list, act, advance, mails } = await world.planned(toConfirm, [debtor('Kaolin', 20_000)]);
    const contactIds = (await list()).items.flatMap((item) => item.contactIds);
    const reason = 'Après le salon';
    expect((await act('hold', { contactIds, reason, until: '2026-03-05' })).status).toBe(200);
    expect((await list()).total).toBe(0);
    const [aside] = (await list('aside')).items;
    expect(aside).toMatchObject({ reason, asideUntil: expect.stringMatching(/^2026-03-05/) });
    expect(aside?.phrases.map(({ key }) => key)).toEqual(['why.wait.confirmation', 'why.wait.person-said']);
    await advance('2026-03-05T10:00:00.000Z');
    expect(await mails()).toEqual([]);
    expect(await list()).toMatchObject({ total: 1, counts: { decide: 1, aside: 0 } });
    expect((await act('send', { contactIds })).status).toBe(200);
    await advance('2026-03-05T12:00:00.000Z');
    expect(await mails()).toHaveLength(1);
  });
});
