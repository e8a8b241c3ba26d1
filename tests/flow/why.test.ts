import { newId } from '@relance/db';
import { account, credit, invoice, organisation, type debtor } from '@relance/db/schema';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../drivers/api-server.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { problemOf, procedures } from '../drivers/procedures.ts';
import { askToAdvance, enrol, owe, publish } from '../drivers/sandbox.ts';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld();
  entityId = await world.addEntity();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.setNow(START);
  await set({ sending: true, staleAfterHours: null, batchFactor: null });
});

const as = () => procedures(world.app, world.orgId, 'collector');
const set = (change: Partial<typeof organisation.$inferInsert>) =>
  world.within((tx) => tx.update(organisation).set(change).where(eq(organisation.id, world.orgId)));
const keysOf = (phrases: readonly { key: string }[]): string[] => phrases.map(({ key }) => key);

async function whyNot(debtorId: string, invoiceId: string): Promise<string[]> {
  const { notSent } = await as().debtors.why({ id: debtorId });
  return keysOf(
    notSent.filter((row) => row.invoiceId === invoiceId && row.at === null).flatMap(({ phrases }) => phrases),
  );
}

async function dispatch(debtorId: string): Promise<string[]> {
  const { deliver } = await dispatchDebtor(world.deps, world.orgId, debtorId, null);
  for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  return deliver;
}

const LATER = '2026-03-05T08:00:00.000Z';

describe('what why says before, the dispatcher does', () => {
  test.each<{
    guard: string;
    says: string;
    does: object;
    debtor?: Partial<typeof debtor.$inferInsert>;
    emails?: string[];
    case?: Partial<Parameters<DispatchWorld['addCase']>[0]>;
    settings?: Partial<typeof organisation.$inferInsert>;
  }>([
    {
      guard: 'an excluded debtor',
      says: 'why.wait.exclusion',
      does: { status: 'planned', waitingFor: 'exclusion' },
      debtor: { excluded: true },
    },
    {
      guard: 'an excluded invoice',
      says: 'why.wait.exclusion',
      does: { status: 'planned', waitingFor: 'exclusion' },
      case: { invoice: { excluded: true } },
    },
    {
      guard: 'a case on hold',
      says: 'why.wait.hold',
      does: { status: 'planned', waitingFor: 'hold' },
      case: { enrolment: { held: true } },
    },
    {
      guard: 'a disputed invoice',
      says: 'why.wait.dispute',
      does: { status: 'planned', waitingFor: 'dispute' },
      case: { invoice: { disputedAt: START, disputeReason: 'quality' } },
    },
    { guard: 'no address', says: 'why.wait.address', does: { status: 'planned', waitingFor: 'address' }, emails: [] },
    {
      guard: 'an answer to be read',
      says: 'why.later.answered',
      does: { status: 'planned', waitingFor: null, slotAt: LATER },
      debtor: { quietUntil: LATER, quietReason: 'answered' },
    },
    {
      guard: 'sending that is off',
      says: 'why.wait.sending',
      does: { status: 'planned', waitingFor: 'sending' },
      settings: { sending: false },
    },
    {
      guard: 'an old ledger',
      says: 'why.wait.stale',
      does: { status: 'planned', waitingFor: 'stale' },
      settings: { staleAfterHours: 24, ledgerAt: '2026-02-27T08:00:00.000Z' },
    },
    {
      guard: 'an invoice that was paid',
      says: 'why.drop.paid',
      does: { status: 'not-sent', reason: 'paid' },
      case: { invoice: { status: 'paid', balance: 0 } },
    },
    {
      guard: 'an invoice that was credited',
      says: 'why.drop.credited',
      does: { status: 'not-sent', reason: 'credited' },
      case: { invoice: { status: 'credited', balance: 0 } },
    },
    {
      guard: 'a case that is stopped',
      says: 'why.drop.cancelled',
      does: { status: 'not-sent', reason: 'cancelled' },
      case: { enrolment: { closing: 'cancelled' } },
    },
  ])('$guard', async ({ says, does, emails, settings, ...made }) => {
    if (settings) await set(settings);
    const debtorId = await world.addDebtor(made.debtor, emails);
    const { invoiceId, contactId } = await world.addCase({ debtorId, entityId, ...made.case });
    expect(await whyNot(debtorId, invoiceId)).toEqual([says]);
    expect(await dispatch(debtorId)).toEqual([]);
    expect(await world.contact(contactId)).toMatchObject(does);
    // and afterwards the row says the same
    const { notSent } = await as().debtors.why({ id: debtorId });
    const after = keysOf(notSent.filter((row) => row.invoiceId === invoiceId).flatMap(({ phrases }) => phrases));
    expect(after).toContain(says.replace('why.drop.', 'why.not-sent.'));
  });

  test('credits that cover the sum', async () => {
    const debtorId = await world.addDebtor();
    const { invoiceId, contactId } = await world.addCase({ debtorId, entityId });
    await world.within(async (tx) => {
      const accountId = newId();
      await tx.insert(account).values({ id: accountId, orgId: world.orgId, entityId, debtorId, ref: accountId });
      const sum = { amount: 100_00, balance: 100_00, currency: 'EUR' };
      const of = { orgId: world.orgId, entityId, accountId, debtorId };
      await tx
        .insert(credit)
        .values({ ...of, ...sum, kind: 'credit-note', number: 'A-1', at: START, updatedAt: START });
    });
    expect(await whyNot(debtorId, invoiceId)).toEqual(['why.drop.covered-by-credits']);
    await dispatch(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'not-sent', reason: 'covered-by-credits' });
    const { notSent } = await as().debtors.why({ id: debtorId });
    expect(keysOf(notSent.flatMap(({ phrases }) => phrases))).toContain('why.not-sent.covered-by-credits');
  });

  test('the distance: covered where the message names the invoice, else later', async () => {
    const debtorId = await world.addDebtor();
    const first = await world.addCase({ debtorId, entityId });
    await dispatch(debtorId);
    await world.setNow(world.later(1));
    const of = { ...first, debtorId, entityId };
    const again = await world.addContact(of, { nodeId: 'mail2', slotAt: world.later(1) });
    const other = await world.addCase({ debtorId, entityId, contact: { slotAt: world.later(1) } });
    expect(await whyNot(debtorId, first.invoiceId)).toEqual(['why.cover']);
    expect(await whyNot(debtorId, other.invoiceId)).toEqual(['why.later.minimum-distance']);
    expect(await dispatch(debtorId)).toEqual([]);
    expect(await world.contact(again)).toMatchObject({ status: 'covered' });
    expect(await world.contact(other.contactId)).toMatchObject({ status: 'planned', slotAt: world.later(5) });
    // the row keeps no reason: the trail does
    const after = await as().debtors.why({ id: debtorId });
    expect(after.notSent).toContainEqual({
      invoiceId: other.invoiceId,
      at: null,
      phrases: [{ key: 'why.later.minimum-distance', values: { until: world.later(5) } }],
    });
    expect(after.notSent).toContainEqual({
      invoiceId: first.invoiceId,
      at: world.later(1),
      phrases: [{ key: 'why.covered', values: { at: START } }],
    });
  });

  test('nothing in its way: it leaves, and why says what made it leave', async () => {
    const debtorId = await world.addDebtor();
    const { invoiceId, enrolmentId } = await world.addCase({ debtorId, entityId });
    await world.addCase({ debtorId, entityId });
    expect(await whyNot(debtorId, invoiceId)).toEqual([]);
    const [messageId] = await dispatch(debtorId);
    const { sent, notSent } = await as().enrolments.why({ id: enrolmentId });
    expect(sent).toEqual([
      {
        messageId,
        at: START,
        phrases: [
          { key: 'why.sent.step', values: { step: 'mail1', scenario: 'Firm' } },
          { key: 'why.sent.late', values: { count: 29 } },
          { key: 'why.sent.together', values: { count: 2 } },
          { key: 'why.sent.first' },
          { key: 'why.sent.text-standard' },
        ],
      },
    ]);
    expect(keysOf(notSent.flatMap(({ phrases }) => phrases))).toEqual(['why.case.beginning']);

    await world.setNow(world.later(6));
    const of = { invoiceId, enrolmentId, debtorId, entityId };
    await world.addContact(of, { nodeId: 'mail2', template: 'reminder-2', tone: 2, slotAt: world.later(6) });
    await dispatch(debtorId);
    const later = await as().debtors.why({ id: debtorId });
    expect(later.sent.map(({ phrases }) => keysOf(phrases)[3])).toEqual(['why.sent.text-standard', 'why.sent.first']);
    expect(later.sent[0]?.phrases).toContainEqual({ key: 'why.sent.distance', values: { at: START, count: 5 } });
  });

  test('one at a time: the graver first', async () => {
    const debtorId = await world.addDebtor();
    const grave = await world.addCase({ debtorId, entityId, contact: { template: 'reminder-2', tone: 2 } });
    const mild = await world.addCase({ debtorId, entityId: await world.addEntity() });
    expect(await whyNot(debtorId, grave.invoiceId)).toEqual([]);
    expect(await whyNot(debtorId, mild.invoiceId)).toEqual(['why.keep.other-first']);
    const { deliver } = await dispatchDebtor(world.deps, world.orgId, debtorId, null);
    expect(await whyNot(debtorId, mild.invoiceId)).toEqual(['why.keep.message-under-way']);
    for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
    expect(await world.contact(grave.contactId)).toMatchObject({ status: 'sent' });
    expect(await world.contact(mild.contactId)).toMatchObject({ status: 'planned' });
  });

  test('what lacks for a message is named', async () => {
    const debtorId = await world.addDebtor();
    const bare = await world.addEntity({ iban: null, accountHolder: null });
    const { invoiceId, contactId } = await world.addCase({ debtorId, entityId: bare });
    const later = await world.addCase({ debtorId, entityId: bare, contact: { slotAt: LATER } });
    const lack = [
      { key: 'why.wait.refused' },
      { key: 'why.lacks', values: { what: { key: 'variable.payment_block' } } },
    ];
    const phrasesOf = async (of: string) =>
      (await as().debtors.why({ id: debtorId })).notSent.find((row) => row.invoiceId === of)?.phrases;
    // before the dispatcher finds it, also of one whose time has not come
    expect(await phrasesOf(invoiceId)).toEqual(lack);
    expect(await phrasesOf(later.invoiceId)).toEqual(lack);
    await dispatch(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'planned', waitingFor: 'refused' });
    expect(await phrasesOf(invoiceId)).toEqual(lack);
  });

  test('a large day, for each of its messages', async () => {
    await set({ batchFactor: 3 });
    const debtors = await Promise.all(Array.from({ length: 21 }, () => world.addDebtor()));
    const cases = await Promise.all(debtors.map((debtorId) => world.addCase({ debtorId, entityId })));
    for (const [index, { invoiceId, contactId }] of cases.entries()) {
      const debtorId = debtors[index] ?? '';
      expect(await whyNot(debtorId, invoiceId)).toEqual(['why.wait.batch']);
      expect(await dispatch(debtorId)).toEqual([]);
      expect(await world.contact(contactId)).toMatchObject({ status: 'planned', waitingFor: 'batch' });
      expect(await whyNot(debtorId, invoiceId)).toEqual(['why.wait.batch']);
    }
  });
});

describe('without a message', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('a case waits for a time, then for a person; what comes next is what the engine foresees', async () => {
    const { id: organisationId, entityId: mine } = await api.newOrganisation();
    const scope = { organisationId, entityId: mine };
    const debtorId = newId();
    const invoices = [
      { number: 'F1', dueDate: '2026-03-10', amount: 10_000 },
      { number: 'F2', dueDate: '2026-02-01', amount: 5_000 },
    ];
    const [followed = '', idle = ''] = await owe(api.world, scope, { name: 'Acier', debtorId, invoices });
    const [enrolmentId = ''] = await enrol(api.world, scope, await publish(api.world, scope, reminderThenCall()), [
      followed,
    ]);
    await api.settle({ id: organisationId });
    const ask = procedures(api.deps.app, organisationId);

    const before = await ask.enrolments.why({ id: enrolmentId });
    expect(before.sent).toEqual([]);
    // the fifth day after the due date is a Sunday
    const until = '2026-03-16T08:00:00.000Z';
    expect(before.notSent).toEqual([
      { invoiceId: followed, at: null, phrases: [{ key: 'why.case.time', values: { step: 'J+5', until } }] },
    ]);
    expect(before.next.map(({ at, phrases }) => [at, keysOf(phrases)])).toEqual([
      [until, ['ahead.send-email']],
      ['2026-03-18T16:00:00.000Z', ['ahead.call']],
      [expect.any(String), ['ahead.end']],
    ]);
    const ofDebtor = await ask.debtors.why({ id: debtorId });
    expect(ofDebtor.notSent).toContainEqual({ invoiceId: idle, at: null, phrases: [{ key: 'why.idle.overdue' }] });
    expect(ofDebtor.next).toHaveLength(1);

    await askToAdvance(api.world, scope, '2026-03-17T08:00:00.000Z');
    await api.settle({ id: organisationId });
    const after = await ask.enrolments.why({ id: enrolmentId });
    expect(after.sent.map(({ phrases }) => phrases[0])).toEqual([
      { key: 'why.sent.step', values: { step: 'Relance 1', scenario: expect.any(String) } },
    ]);
    expect(after.notSent[0]?.phrases).toEqual([{ key: 'why.case.task', values: { step: 'Appel' } }]);

    await ask.enrolments.command({ id: enrolmentId, type: 'hold', reason: 'holidays', until: '2026-04-01' });
    await api.settle({ id: organisationId });
    expect((await ask.enrolments.why({ id: enrolmentId })).notSent[0]?.phrases).toEqual([
      { key: 'why.case.held-until', values: { until: '2026-04-01' } },
    ]);
  });

  test('an excluded or disputed invoice without a case says so', async () => {
    const debtorId = await world.addDebtor();
    const one = await world.addCase({
      debtorId,
      entityId,
      contact: null,
      enrolment: { status: 'ended', outcomeReason: 'due' },
    });
    expect(await whyNot(debtorId, one.invoiceId)).toEqual(['why.idle.ended']);
    const dispute = (change: Partial<typeof invoice.$inferInsert>) =>
      world.within((tx) => tx.update(invoice).set(change).where(eq(invoice.id, one.invoiceId)));
    await dispute({ disputedAt: START });
    expect(await whyNot(debtorId, one.invoiceId)).toEqual(['why.idle.disputed']);
    await dispute({ excluded: true });
    expect(await whyNot(debtorId, one.invoiceId)).toEqual(['why.idle.excluded']);
  });

  test('of a debtor or a case that is not there: 404', async () => {
    expect(await problemOf(as().debtors.why({ id: newId() }))).toMatchObject({ status: 404 });
    expect(await problemOf(as().enrolments.why({ id: newId() }))).toMatchObject({ status: 404 });
  });
});
