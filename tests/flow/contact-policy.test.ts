import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { newId } from '@relance/db';
import { organisation, task, taskCase } from '@relance/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { procedures } from '../drivers/procedures.ts';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

/** Monday 2 March 2026 is `START`, 9:00 in Paris. */
const SATURDAY = '2026-02-28T11:00:00.000Z';
const EVENING = '2026-03-02T17:30:00.000Z';

let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld();
  entityId = await world.addEntity();
});
afterAll(() => world.close());
beforeEach(() => set({ messagesPerWeek: null, messagesPerWeekConsumer: null, sendFrom: null, sendUntil: null }));

const set = (change: Partial<typeof organisation.$inferInsert>) =>
  world.within((tx) => tx.update(organisation).set(change).where(eq(organisation.id, world.orgId)));

async function dispatch(debtorId: string): Promise<number> {
  const { deliver } = await dispatchDebtor(world.deps, world.orgId, debtorId, null);
  for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  return deliver.length;
}

type Of = Record<'debtorId' | 'enrolmentId' | 'invoiceId', string>;

/** A call about a case: made now, or still to be made. */
async function call({ debtorId, enrolmentId, invoiceId }: Of, isDone: boolean): Promise<string> {
  const id = newId();
  const values = { date: '2026-03-06', amount: { amount: 100_00, currency: 'EUR' } };
  const open: typeof task.$inferInsert = {
    id,
    orgId: world.orgId,
    kind: 'call',
    title: '',
    outcomes: [],
    debtorId,
    createdAt: EVENING,
  };
  const done = { ...open, status: 'done', outcome: 'promised', values, closedAt: EVENING } as const;
  await world.within(async (tx) => {
    await tx.insert(task).values(isDone ? done : open);
    await tx
      .insert(taskCase)
      .values({ orgId: world.orgId, taskId: id, enrolmentId, invoiceId, nodeId: 'call', visit: isDone ? 1 : 2 });
  });
  return id;
}

const slotOf = async (contactId: string): Promise<number> => Date.parse((await world.contact(contactId)).slotAt ?? '');
const deferrals = async (invoiceId: string) =>
  (await world.audits())
    .filter((row) => row.kind === 'contact-deferred' && row.invoiceId === invoiceId)
    .map(({ reason }) => reason);

describe('office hours', () => {
  beforeEach(() => set({ sendFrom: '09:00', sendUntil: '17:00' }));

  test('what falls due on a Saturday leaves on Monday at nine, within the quarter hour of the debtor', async () => {
    await world.setNow(SATURDAY);
    const debtorId = await world.addDebtor();
    const { contactId, invoiceId } = await world.addCase({ debtorId, entityId, contact: { slotAt: SATURDAY } });
    expect(await dispatch(debtorId)).toBe(0);
    const slot = await slotOf(contactId);
    expect(slot - Date.parse(START)).toBeGreaterThanOrEqual(0);
    expect(slot - Date.parse(START)).toBeLessThan(15 * 60_000);
    expect(await deferrals(invoiceId)).toEqual(['closed']);
    const { notSent } = await procedures(world.app, world.orgId, 'collector').debtors.why({ id: debtorId });
    expect(notSent.flatMap(({ phrases }) => phrases)).toEqual([
      { key: 'why.later.closed', values: { until: new Date(slot).toISOString() } },
    ]);
    await world.setNow(new Date(slot).toISOString());
    expect(await dispatch(debtorId)).toBe(1);
  });

  test.each([
    // 21 July is Belgium's national day, a Tuesday
    ['holiday', 'BE', '2026-07-21T09:00:00.000Z', '2026-07-22T07:00:00.000Z'],
    ['zone, an hour behind', 'PT', START, '2026-03-02T09:00:00.000Z'],
  ])('the debtor’s own %s decides', async (_, country, now, opening) => {
    await world.setNow(now);
    const abroad = await world.addDebtor({ country });
    const here = await world.addDebtor({ country: 'FR' });
    const { contactId } = await world.addCase({ debtorId: abroad, entityId, contact: { slotAt: now } });
    await world.addCase({ debtorId: here, entityId, contact: { slotAt: now } });
    expect([await dispatch(abroad), await dispatch(here)]).toEqual([0, 1]);
    const late = (await slotOf(contactId)) - Date.parse(opening);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(15 * 60_000);
  });

  test('what a person lets go in the evening leaves in the evening; the outbox shows it as it will leave', async () => {
    await world.setNow(EVENING);
    const debtorId = await world.addDebtor();
    const contact = { slotAt: null, waitingFor: 'person', reason: 'relire' } as const;
    const { contactId } = await world.addCase({ debtorId, entityId, contact });
    const as = procedures(world.app, world.orgId, 'collector');
    const preview = await as.outbox.preview({ debtorId, entityId, currency: 'EUR' });
    expect(preview).toMatchObject({ messages: [{ contactIds: [contactId] }], kept: [] });
    await as.outbox.send({ contactIds: [contactId] });
    expect(await dispatch(debtorId)).toBe(1);
  });
});

test('a recap leaves with the outcome of its call, in the evening too', async () => {
  await set({ sendFrom: '09:00', sendUntil: '17:00' });
  await world.setNow(EVENING);
  const debtorId = await world.addDebtor();
  const { enrolmentId, invoiceId } = await world.addCase({ debtorId, entityId, contact: null });
  const recap = { tone: 0, template: 'call-recap', slotAt: EVENING } as const;
  await world.addContact({ enrolmentId, invoiceId, debtorId, entityId }, recap);
  await call({ debtorId, enrolmentId, invoiceId }, true);
  expect(await dispatch(debtorId)).toBe(1);
});

test('the sheet of a call counts those of the day, and says how many are enough for that debtor', async () => {
  await set({ callsPerDay: 2, callsPerDayConsumer: 1 });
  await world.setNow(EVENING);
  const as = procedures(world.app, world.orgId, 'collector');
  for (const [kind, most] of [
    ['business', 2],
    ['consumer', 1],
  ] as const) {
    const debtorId = await world.addDebtor({ kind });
    const made = await world.addCase({ debtorId, entityId, contact: null });
    await call({ debtorId, ...made }, true);
    const id = await call({ debtorId, ...made }, false);
    expect((await as.tasks.get({ id })).brief.callsToday).toEqual({ made: 1, most });
    await world.setNow(world.later(1));
    expect((await as.tasks.get({ id })).brief.callsToday).toEqual({ made: 0, most });
    await world.setNow(EVENING);
  }
});

describe('a week of messages', () => {
  const service = { tone: 0, template: 'preventive' } as const;

  test.each([
    ['business', 4],
    ['public', 4],
    ['unknown', 4],
    ['consumer', 3],
  ] as const)('to a debtor of kind %s: %d, demands or not', async (kind, most) => {
    await set({ messagesPerWeek: 4, messagesPerWeekConsumer: 3 });
    const debtorId = await world.addDebtor({ kind });
    for (let day = 0; day < most; day += 1) {
      await world.setNow(world.later(day));
      const contact = { ...(day === 0 ? {} : service), slotAt: world.later(day) };
      await world.addCase({ debtorId, entityId, contact });
      expect(await dispatch(debtorId)).toBe(1);
    }
    await world.setNow(world.later(most));
    const contact = { ...service, slotAt: world.later(most) };
    const { contactId, invoiceId } = await world.addCase({ debtorId, entityId, contact });
    expect(await dispatch(debtorId)).toBe(0);
    expect(await slotOf(contactId)).toBe(Date.parse(world.later(7)));
    expect(await deferrals(invoiceId)).toEqual(['weekly-cap']);
    const as = procedures(world.app, world.orgId, 'collector');
    expect(await as.outbox.list({ view: 'later', limit: 50 })).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          contactIds: [contactId],
          phrases: [{ key: 'why.later.weekly-cap', values: { until: world.later(7) } }],
        }),
      ]),
    });
    await world.setNow(world.later(7));
    expect(await dispatch(debtorId)).toBe(1);
  });

  test('a person’s word does not lift it, and the outbox says so before', async () => {
    await set({ messagesPerWeek: 1 });
    await world.setNow(START);
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId, contact: service });
    expect(await dispatch(debtorId)).toBe(1);
    const contact = { slotAt: null, waitingFor: 'person', reason: 'relire' } as const;
    const { contactId } = await world.addCase({ debtorId, entityId, contact });
    const as = procedures(world.app, world.orgId, 'collector');
    expect(await as.outbox.preview({ debtorId, entityId, currency: 'EUR' })).toMatchObject({
      messages: [],
      kept: [{ contactId, reason: 'weekly-cap', until: world.later(7) }],
    });
    await as.outbox.send({ contactIds: [contactId] });
    expect(await dispatch(debtorId)).toBe(0);
    expect(await slotOf(contactId)).toBe(Date.parse(world.later(7)));
  });

  test('one that cannot be written leaves its room in the week to another', async () => {
    await set({ messagesPerWeek: 1 });
    await world.setNow(START);
    const poor = await world.addEntity({ iban: null });
    const debtorId = await world.addDebtor();
    const lacking = await world.addCase({ debtorId, entityId: poor, contact: { tone: 2, template: 'reminder-2' } });
    const thanked = await world.addCase({ debtorId, entityId, contact: service });
    expect(await dispatch(debtorId)).toBe(1);
    expect(await world.contact(lacking.contactId)).toMatchObject({ status: 'planned', waitingFor: 'refused' });
    expect(await world.contact(thanked.contactId)).toMatchObject({ status: 'sent' });
    expect(await deferrals(thanked.invoiceId)).toEqual([]);
  });

  test('what was let go and had to be put off leaves in office hours, not on the Sunday on which its time comes', async () => {
    await set({ messagesPerWeek: 1, sendFrom: '09:00', sendUntil: '17:00' });
    const sunday = '2026-03-08T21:30:00.000Z';
    await world.setNow(sunday);
    const debtorId = await world.addDebtor();
    const contact = { ...service, slotAt: sunday, confirmedAt: sunday };
    await world.addCase({ debtorId, entityId, contact });
    const second = await world.addCase({ debtorId, entityId, contact: { ...contact, template: 'call-recap' } });
    await call({ debtorId, ...second }, true);
    expect(await dispatch(debtorId)).toBe(1);
    const open = (await world.contacts()).filter((row) => row.debtorId === debtorId && row.status === 'planned');
    const late = Date.parse(open[0]?.slotAt ?? '') - Date.parse('2026-03-16T08:00:00.000Z');
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(15 * 60_000);
  });

  test('without a limit any number leaves', async () => {
    await world.setNow(START);
    const debtorId = await world.addDebtor();
    for (let message = 0; message < 6; message += 1) {
      await world.addCase({ debtorId, entityId, contact: service });
      expect(await dispatch(debtorId)).toBe(1);
    }
  });
});
