import { inOrganisation, newId } from '@relance/db';
import { contact, debtor, enrolment, entity, invoice, message, payment, task } from '@relance/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { problemOf, procedures } from '../drivers/procedures.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Nine o'clock: the reminders are planned and leave within a quarter of an hour. */
const MORNING = '2026-03-09T08:00:00Z';
const AFTER = '2026-03-09T12:00:00Z';
const NEXT_WEEK = '2026-03-18T12:00:00Z';

/** One company that stands in the ledgers of two entities as two debtors, and another one that shares its mailbox. */
async function twoLedgers(graph = reminderThenCall()) {
  const organisation = await api.newOrganisation();
  const { id: organisationId, entityId } = organisation;
  const secondId = newId();
  await api.owner
    .execute(`insert into entity (id, org_id, name, legal_form, account_holder, iban, email_from, sender_name)
    select '${secondId}', org_id, 'Seconde', legal_form, account_holder, iban, email_from, sender_name
    from entity where id = '${entityId}'`);
  const [first, second] = [
    { organisationId, entityId },
    { organisationId, entityId: secondId },
  ];
  const email = 'compta@acier.example';
  const owed = (name: string, number: string) => ({
    name,
    email,
    invoices: [{ number, dueDate: '2026-03-02', amount: 100_00 }],
  });
  const [one = ''] = await owe(api.world, first, owed('Acier du Nord', 'F1'));
  const [other = ''] = await owe(api.world, second, owed('ACIER DU NORD SARL', 'G1'));
  await owe(api.world, first, { ...owed('Optique', 'H1'), name: 'Optique' });
  const version = await publish(api.world, first, graph);
  await enrol(api.world, first, version, [one, other]);
  await api.settle(organisation);
  const within = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
    inOrganisation(api.deps.app, organisationId, work);
  const debtorOf = async (invoiceId: string) => {
    const [row] = await within((tx) => tx.select().from(invoice).where(eq(invoice.id, invoiceId)));
    return row?.debtorId ?? '';
  };
  const [keptId, mergedId] = [await debtorOf(one), await debtorOf(other)];
  const calls = procedures(api.deps.app, organisationId);
  const merge = () => calls.debtors.merge({ keptId, mergedId, reason: 'the same company' });
  return { organisation, calls, within, one, other, keptId, mergedId, debtorOf, merge };
}

async function advance({ id, keys }: Organisation, advanceTo: string) {
  await api.call('POST /sandbox/clock', { key: keys.manager, body: { advanceTo } });
  await api.settle({ id });
}

describe('duplicates', () => {
  test('of one address are proposed under similar names only, until somebody says what they are', async () => {
    const { calls, keptId, mergedId } = await twoLedgers();
    const proposed = await calls.debtors.duplicates({});
    expect(proposed).toMatchObject({
      total: 1,
      items: [
        {
          one: { id: keptId, openInvoices: 1, accounts: [{ ref: 'Acier du Nord' }] },
          other: { id: mergedId, accounts: [{ entityName: 'Seconde' }] },
          reasons: ['email'],
        },
      ],
    });
    await calls.debtors.distinct({ oneId: mergedId, otherId: keptId });
    expect(await calls.debtors.duplicates({})).toEqual({ total: 0, items: [] });
  });

  test('of one SIREN or VAT number are proposed whatever their names', async () => {
    const { calls, keptId } = await twoLedgers();
    const { items } = await calls.debtors.list({ search: 'Optique' });
    const optique = items[0]?.id ?? '';
    for (const [id, siren] of [
      [keptId, '303 265 045'],
      [optique, '303265045'],
    ] as const) {
      await calls.debtors.update({ id, siren, vatNumber: 'fr 40 303265045' });
    }
    const { items: pairs } = await calls.debtors.duplicates({});
    const pair = pairs.find(
      ({ one, other }) => [one.id, other.id].includes(optique) && [one.id, other.id].includes(keptId),
    );
    expect(pair?.reasons).toEqual(['email', 'siren', 'vat']);
    expect(await problemOf(calls.debtors.update({ id: keptId, siren: '303265046' }))).toMatchObject({ status: 400 });
    expect(await problemOf(calls.debtors.update({ id: keptId, owner: 'nobody' }))).toMatchObject({ status: 422 });
  });
});

describe('one debtor in two ledgers', () => {
  test('has two budgets while it is two, and one once it is merged', async () => {
    const apart = await twoLedgers();
    await advance(apart.organisation, AFTER);
    expect(await apart.within((tx) => tx.select().from(message))).toHaveLength(2);

    const { organisation, within, merge, keptId, mergedId, calls } = await twoLedgers();
    await advance(organisation, MORNING);
    await merge();
    await advance(organisation, AFTER);
    const sent = await within((tx) => tx.select().from(message));
    expect(sent.map((row) => row.debtorId)).toEqual([keptId]);
    const waiting = await within((tx) => tx.select().from(contact).where(eq(contact.status, 'planned')));
    expect(waiting).toHaveLength(1);
    // the other entity's reminder keeps the distance: five days, the next open morning
    expect(waiting[0]?.slotAt && waiting[0].slotAt >= '2026-03-14').toBe(true);
    await advance(organisation, NEXT_WEEK);
    expect(await within((tx) => tx.select().from(message))).toHaveLength(2);
    const { items } = await calls.debtors.list({});
    expect(items.map(({ id }) => id)).not.toContain(mergedId);
    expect(await calls.debtors.get({ id: mergedId })).toMatchObject({ mergedInto: keptId });
    expect(await calls.debtors.get({ id: keptId })).toMatchObject({
      accounts: [{ entityName: expect.any(String) }, { entityName: expect.any(String) }],
      merges: [{ merged: { id: mergedId }, reason: 'the same company', actor: 'user:manager' }],
    });
  });
});

describe('a merge', () => {
  test('moves all that belonged to the one, and an undo moves it back with what came meanwhile', async () => {
    const { organisation, calls, within, one, other, keptId, mergedId, debtorOf, merge } = await twoLedgers();
    await within((tx) => tx.update(debtor).set({ siren: '303265045', excluded: true }).where(eq(debtor.id, mergedId)));
    await advance(organisation, MORNING);
    const { mergeId } = await merge();
    const ownerOf = async () => ({
      invoices: [await debtorOf(one), await debtorOf(other)],
      enrolments: (await within((tx) => tx.select().from(enrolment))).map((row) => row.debtorId).toSorted(),
      contacts: (await within((tx) => tx.select().from(contact))).map((row) => row.debtorId).toSorted(),
    });
    expect(await ownerOf()).toEqual({
      invoices: [keptId, keptId],
      enrolments: [keptId, keptId],
      contacts: [keptId, keptId],
    });
    // who was left alone stays so
    expect(await calls.debtors.get({ id: keptId })).toMatchObject({ siren: '303265045', excluded: true });

    const paid = { externalId: 'P1', receivedOn: '2026-03-08', amount: { amount: '40.00', currency: 'EUR' } };
    await calls.payments.create({ ...paid, invoiceNumbers: ['G1'] });
    await calls.payments.create({ ...paid, externalId: 'P2', debtorRef: 'Acier du Nord' });
    await calls.debtors.unmerge({ mergeId, reason: 'two companies after all' });
    expect(await ownerOf()).toEqual({
      invoices: [keptId, mergedId],
      enrolments: [keptId, mergedId].toSorted(),
      contacts: [keptId, mergedId].toSorted(),
    });
    const payments = await within((tx) => tx.select().from(payment).orderBy(payment.externalId));
    expect(payments.map((row) => row.debtorId)).toEqual([mergedId, keptId]);
    expect(await calls.debtors.get({ id: keptId })).toMatchObject({ siren: null, excluded: false, merges: [] });
    expect(await calls.debtors.get({ id: mergedId })).toMatchObject({ mergedInto: null, contacts: [{}] });
    expect(await problemOf(calls.debtors.unmerge({ mergeId, reason: 'again' }))).toMatchObject({ code: 'undone' });
    await advance(organisation, AFTER);
    const sent = await within((tx) => tx.select().from(message));
    // the excluded one is left alone again, by itself
    expect(sent.map((row) => row.debtorId)).toEqual([keptId]);
  });

  test('leaves two calls that have become equal beside each other, and joins later ones', async () => {
    const { organisation, calls, within, one, mergedId, keptId, merge } = await twoLedgers(callAtOnce());
    await within(async (tx) => {
      const [first] = await tx.select().from(entity).where(eq(entity.id, organisation.entityId));
      await tx
        .update(task)
        .set({ entityId: first?.id ?? null })
        .where(eq(task.debtorId, mergedId));
    });
    const { mergeId } = await merge();
    const open = await within((tx) => tx.select().from(task).where(eq(task.status, 'open')));
    expect(open.map((row) => row.debtorId)).toEqual([keptId, keptId]);
    expect(open.filter((row) => row.shareKey === null)).toHaveLength(1);
    await calls.debtors.unmerge({ mergeId, reason: 'two after all' });
    const after = await within((tx) => tx.select().from(task).where(eq(task.status, 'open')));
    expect(after.filter((row) => row.shareKey === null)).toEqual([]);
    expect(new Set(after.map((row) => row.debtorId))).toEqual(new Set([keptId, mergedId]));
    expect(one).not.toBe('');
  });

  test('waits while a message is leaving, and refuses what cannot be', async () => {
    const { organisation, calls, within, keptId, mergedId, merge } = await twoLedgers();
    await advance(organisation, AFTER);
    await within((tx) => tx.update(message).set({ status: 'attempting' }).where(eq(message.debtorId, mergedId)));
    expect(await problemOf(merge())).toMatchObject({ status: 409, code: 'handing-over' });
    await within((tx) => tx.update(message).set({ status: 'handed-over' }).where(eq(message.debtorId, mergedId)));
    const self = calls.debtors.merge({ keptId, mergedId: keptId, reason: 'x' });
    expect(await problemOf(self)).toMatchObject({ status: 422 });
    const unknown = calls.debtors.merge({ keptId, mergedId: organisation.id, reason: 'x' });
    expect(await problemOf(unknown)).toMatchObject({ status: 404 });
    const silent = calls.debtors.merge({ keptId, mergedId, reason: ' ' });
    expect(await problemOf(silent)).toMatchObject({ status: 400 });
    await merge();
    expect(await problemOf(merge())).toMatchObject({ status: 409, code: 'merged' });
    const hold = calls.debtors.command({ id: mergedId, type: 'cancel', reason: 'x' });
    expect(await problemOf(hold)).toMatchObject({ status: 409, code: 'merged' });
    const stranger = await api.newOrganisation();
    const foreign = procedures(api.deps.app, stranger.id).debtors.merge({ keptId, mergedId, reason: 'x' });
    expect(await problemOf(foreign)).toMatchObject({ status: 404 });
  });
});

test('an address entered on the sheet lets what waited for it leave', async () => {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const ids = await owe(api.world, scope, {
    name: 'Acier',
    email: null,
    invoices: [{ number: 'F1', dueDate: '2026-03-02', amount: 100_00 }],
  });
  await enrol(api.world, scope, await publish(api.world, scope, reminderThenCall()), ids);
  await advance(organisation, AFTER);
  const calls = procedures(api.deps.app, organisation.id);
  const [it] = (await calls.debtors.list({})).items;
  const person = { id: it?.id ?? '', name: 'Ana', role: 'billing', phone: null };
  expect(await problemOf(calls.debtors.addPerson({ ...person, email: 'nobody' }))).toMatchObject({ status: 400 });
  const sheet = await calls.debtors.addPerson({ ...person, email: ' ana@acier.example ' });
  expect(sheet.contacts).toMatchObject([{ name: 'Ana', email: 'ana@acier.example', emailStatus: 'usable' }]);
  await advance(organisation, '2026-03-10T12:00:00Z');
  expect((await calls.messages.list({})).items).toMatchObject([{ to: ['ana@acier.example'] }]);
  const open = await calls.tasks.list({ kind: 'address', todo: true });
  expect(open.items).toEqual([]);
  const known = { ...person, personId: sheet.contacts[0]?.id ?? '', email: null, phone: '01 02 03 04 05' };
  expect((await calls.debtors.updatePerson(known)).contacts).toMatchObject([{ email: null, phone: '01 02 03 04 05' }]);
  const nobody = calls.debtors.updatePerson({ ...known, personId: organisation.id });
  expect(await problemOf(nobody)).toMatchObject({ status: 404 });
});
