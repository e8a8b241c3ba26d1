import { inOrganisation, newId } from '@relance/db';
import { entity } from '@relance/db/schema';
import { firmScenario, type Graph } from '@relance/workflows/scenario';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';
import { problemOf, procedures } from '../drivers/procedures.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const eur = (amount: string) => ({ amount, currency: 'EUR' });

async function advance({ id, keys }: Organisation, advanceTo: string) {
  await api.call('POST /sandbox/clock', { key: keys.manager, body: { advanceTo } });
  await api.settle({ id });
}

/** A debtor with three invoices, twenty days late on the first day. */
async function threeInvoices(graph: Graph) {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const ids = await owe(api.world, scope, {
    name: 'Acier',
    invoices: ['F1', 'F2', 'F3'].map((number) => ({ number, dueDate: '2026-02-10', amount: 1_000_00 })),
  });
  const version = await publish(api.world, scope, graph);
  await enrol(api.world, scope, version, ids);
  await api.settle(organisation);
  const calls = procedures(api.deps.app, organisation.id);
  const theCall = async () => {
    const { items } = await calls.tasks.list({ kind: 'call', todo: true });
    const [task] = items;
    if (!task) throw new Error('no call waits');
    return calls.tasks.get({ id: task.id });
  };
  return { organisation, scope, version, ids, calls, theCall };
}

const promise = (date: string, amount = '3000.00') => ({ outcome: 'promised', values: { date, amount: eur(amount) } });

describe('a promise in the firm scenario', () => {
  /** Called on the 12th of March: paid by the 18th, they say. */
  async function promised() {
    const world = await threeInvoices(firmScenario());
    await advance(world.organisation, '2026-03-12T12:00:00Z');
    const task = await world.theCall();
    const before = (await world.calls.messages.list({})).items.length;
    const said = { id: task.id, ...promise('2026-03-18') };
    const recap = await world.calls.tasks.recap({ ...said, summary: 'Vous virez tout mercredi.' });
    await world.calls.tasks.complete({ ...said, rev: task.rev, summary: 'Vous virez tout mercredi.' });
    await advance(world.organisation, '2026-03-12T15:00:00Z');
    const sent = (await world.calls.messages.list({})).items;
    return { ...world, task, before, recap, sent };
  }

  test('sends the recap that was read before, in the words that were typed, and nothing more until it is broken', async () => {
    const { organisation, calls, recap, sent, before, theCall, ids } = await promised();
    expect(recap.messages).toMatchObject([{ template: 'call-recap', missing: [], invoiceIds: ids, toConfirm: false }]);
    expect(sent).toHaveLength(before + 1);
    expect(sent[0]).toMatchObject({ template: 'call-recap', subject: recap.messages[0]?.subject });
    expect(sent[0]?.text).toBe(recap.messages[0]?.text);
    expect(sent[0]?.text).toContain('Vous virez tout mercredi.');

    // the eve of date + 2 business days: nobody is written to, nobody is asked to call
    await advance(organisation, '2026-03-19T22:00:00Z');
    expect((await calls.messages.list({})).items).toHaveLength(before + 1);
    expect((await calls.tasks.list({ todo: true })).items).toEqual([]);
    await advance(organisation, '2026-03-20T12:00:00Z');
    const call = await theCall();
    expect(call).toMatchObject({ script: { id: 'broken-promise' }, invoices: [{}, {}, {}] });
    expect(call.brief.lastPromise).toMatchObject({
      calledOn: '2026-03-12',
      date: '2026-03-18',
      amount: eur('3000.00'),
    });
    expect(call.script?.lines.join('\n')).toContain('nous avions convenu de');
    await advance(organisation, '2026-03-21T12:00:00Z');
    expect((await theCall()).brief.lastPromise?.state).toBe('broken');
  });

  test('ends each case that is paid meanwhile, and asks for the rest only', async () => {
    const { organisation, calls, ids, theCall } = await promised();
    await advance(organisation, '2026-03-17T12:00:00Z');
    const paid = { externalId: 'P1', receivedOn: '2026-03-17', amount: eur('2000.00'), invoiceNumbers: ['F1', 'F2'] };
    await calls.payments.create(paid);
    await advance(organisation, '2026-03-20T12:00:00Z');
    const ended = (await calls.enrolments.list({})).items.filter(({ outcome }) => outcome?.reason === 'paid');
    expect(new Set(ended.map(({ invoiceId }) => invoiceId))).toEqual(new Set(ids.slice(0, 2)));
    const call = await theCall();
    expect(call.invoices.map(({ number }) => number)).toEqual(['F3']);
    await calls.payments.create({ ...paid, externalId: 'P2', amount: eur('1000.00'), invoiceNumbers: ['F3'] });
    expect((await calls.tasks.list({ todo: true })).items).toEqual([]);
  });

  test('says what happens next before it is noted, and that the engine does just that', async () => {
    const { calls, organisation, theCall } = await threeInvoices(firmScenario());
    await advance(organisation, '2026-03-12T12:00:00Z');
    const { id } = await theCall();
    const { lines } = await calls.tasks.preview({ id, ...promise('2026-03-18') });
    expect(lines.map(({ text }) => text.key)).toEqual(['ahead.send-email', 'ahead.call']);
    expect(lines[1]?.at).toMatch(/^2026-03-20T/);
  });
});

describe('the sheet of a call', () => {
  test('shows what to know before dialling, and answers to what may be said', async () => {
    const { organisation, calls, theCall, ids, scope, version } = await threeInvoices(callAtOnce());
    expect((await theCall()).brief).toEqual({
      lastPromise: null,
      lastPayment: null,
      credits: [],
      disputed: [],
      callsToday: { made: 0, most: null },
    });
    const payment = { externalId: 'P1', receivedOn: '2026-03-01', amount: eur('50.00'), debtorRef: 'Acier' };
    await calls.payments.create(payment);
    await calls.invoices.command({ id: ids[2] ?? '', type: 'dispute', reason: 'quality', amount: eur('300.00') });
    const task = await theCall();
    expect(task.brief).toEqual({
      lastPromise: null,
      lastPayment: { receivedOn: '2026-03-01', amount: eur('50.00') },
      credits: [eur('50.00')],
      disputed: [eur('300.00')],
      callsToday: { made: 0, most: null },
    });
    const answer = task.objections.find(({ id }) => id === 'not-conforming');
    expect(answer).toMatchObject({ outcome: 'disputed', values: { reason: 'quality' } });
    expect(answer?.answer).toMatch(/Le reste, 2\s700,00\s€, peut-il/);

    await calls.tasks.complete({ id: task.id, rev: task.rev, ...promise('2026-03-05') });
    await api.settle(organisation);
    await enrol(api.world, scope, version, ids);
    await api.settle(organisation);
    expect((await theCall()).brief.lastPromise).toMatchObject({ state: 'pending', date: '2026-03-05' });
    // half of it is not what was promised; all of it is
    const P2 = { ...payment, externalId: 'P2', amount: eur('1000.00'), invoiceNumbers: ['F1'] };
    await calls.payments.create(P2);
    expect((await theCall()).brief.lastPromise?.state).toBe('pending');
    await calls.payments.create({ ...P2, externalId: 'P3', amount: eur('1999.50'), invoiceNumbers: ['F2', 'F3'] });
    const another = { name: 'Béton', invoices: [{ number: 'G1', dueDate: '2026-02-10', amount: 10_00 }] };
    const merged = await owe(api.world, scope, another);
    await enrol(api.world, scope, version, merged);
    await api.settle(organisation);
    const { items } = await calls.debtors.list({});
    const idOf = (name: string) => items.find((it) => it.name === name)?.id ?? '';
    await calls.debtors.merge({ keptId: idOf('Acier'), mergedId: idOf('Béton'), reason: 'the same' });
    expect((await theCall()).brief.lastPromise).toMatchObject({ state: 'kept', date: '2026-03-05' });
  });

  test('leads to the debtor’s other work, of another creditor too', async () => {
    const { organisation, calls, scope, version, theCall } = await threeInvoices(callAtOnce());
    const secondId = newId();
    await inOrganisation(api.deps.app, organisation.id, (tx) =>
      tx.insert(entity).values({ id: secondId, orgId: organisation.id, name: 'Seconde' }),
    );
    const [one = ''] = await owe(
      api.world,
      { ...scope, entityId: secondId },
      { name: 'Acier bis', invoices: [{ number: 'H1', dueDate: '2026-02-10', amount: 10_00 }] },
    );
    await enrol(api.world, scope, version, [one]);
    await api.settle(organisation);
    const { items } = await calls.debtors.list({});
    const [keptId, mergedId] = [
      items.find(({ name }) => name === 'Acier')?.id,
      items.find(({ name }) => name !== 'Acier')?.id,
    ];
    await calls.debtors.merge({ keptId: keptId ?? '', mergedId: mergedId ?? '', reason: 'the same' });
    const sheet = await theCall();
    expect(sheet.others).toMatchObject([{ kind: 'call', debtor: { id: keptId } }]);
    expect(new Set([sheet.entityName, sheet.others[0]?.entityName])).toContain('Seconde');
  });

  test('takes no summary that is too long, and offers no recap where the scenario sends none', async () => {
    const { calls, theCall, organisation } = await threeInvoices(callAtOnce());
    const { id, rev } = await theCall();
    const said = { id, ...promise('2026-03-05') };
    expect(await calls.tasks.recap(said)).toEqual({ messages: [] });
    expect(await calls.tasks.recap({ id, outcome: 'promised', values: {} })).toEqual({ messages: [] });
    const long = calls.tasks.complete({ ...said, rev, summary: 'x'.repeat(501) });
    expect(await problemOf(long)).toMatchObject({ status: 400 });
    expect(await problemOf(calls.tasks.recap({ ...said, id: organisation.id }))).toMatchObject({ status: 404 });
  });
});
