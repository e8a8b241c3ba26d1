import { inOrganisation } from '@relance/db';
import { debtor } from '@relance/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';
import { webClient, type Problem, type WebClient } from '../drivers/web-client.ts';

interface List {
  items: { id: string; name?: string; number?: string }[];
}

let api: Api;
let organisation: Organisation;
let sales: WebClient;
let legal: WebClient;
let agency: WebClient;
let own: { debtorId: string; invoiceId: string };
let other: { debtorId: string; invoiceId: string };
let enrolmentId: string;

beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
  const place = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoices = async (name: string, number: string) => {
    const [invoiceId = ''] = await owe(api.world, place, {
      name,
      invoices: [{ number, dueDate: '2026-02-10', amount: 10_000 }],
    });
    const { rows } = await api.owner.execute<{ id: string }>(
      `select debtor_id as id from invoice where id = '${invoiceId}'`,
    );
    return { invoiceId, debtorId: rows[0]?.id ?? '' };
  };
  own = await invoices('Mienne', 'M1');
  other = await invoices('Autre', 'A1');
  const person = await api.newUser(organisation.id, 'sales');
  await inOrganisation(api.deps.app, organisation.id, (tx) =>
    tx.update(debtor).set({ owner: person.id }).where(eq(debtor.id, own.debtorId)),
  );
  [enrolmentId = ''] = await enrol(api.world, place, await publish(api.world, place, callAtOnce()), [other.invoiceId]);
  await api.settle(organisation);
  sales = webClient(api, await api.signIn(person.email));
  legal = webClient(api, await api.signIn((await api.newUser(organisation.id, 'legal')).email));
  agency = webClient(api, await api.signIn((await api.newUser(organisation.id, 'agency')).email));
});
afterAll(() => api.close());

test('sales see their own customers and their invoices; those of others are not there', async () => {
  expect((await sales.ask<List>('debtors.list', {})).items.map(({ name }) => name)).toEqual(['Mienne']);
  expect((await sales.ask<List>('debtors.list', { search: 'Autre' })).items).toEqual([]);
  expect((await sales.ask<List>('invoices.list', {})).items.map(({ number }) => number)).toEqual(['M1']);
  expect((await sales.ask<List>('invoices.list', { debtorId: other.debtorId })).items).toEqual([]);
  expect(await sales.ask('debtors.get', { id: own.debtorId })).toMatchObject({ name: 'Mienne' });
  expect(await sales.ask('invoices.get', { id: own.invoiceId })).toMatchObject({ number: 'M1' });
  for (const answer of [
    sales.ask<Problem>('debtors.get', { id: other.debtorId }),
    sales.ask<Problem>('invoices.get', { id: other.invoiceId }),
  ]) {
    expect(await answer).toMatchObject({ status: 404 });
  }
  for (const answer of [
    sales.ask<Problem>('enrolments.list', {}),
    sales.ask<Problem>('messages.list', {}),
    sales.tell<Problem>('debtors.command', { id: own.debtorId, type: 'cancel', reason: 'x' }),
  ]) {
    expect(await answer).toMatchObject({ status: 403 });
  }
});

test('legal reads debtors, invoices, follow-ups and messages, and changes none', async () => {
  expect((await legal.ask<List>('debtors.list', {})).items).toHaveLength(2);
  expect((await legal.ask<List>('invoices.list', {})).items).toHaveLength(2);
  expect(await legal.ask('enrolments.get', { id: enrolmentId })).toMatchObject({ id: enrolmentId });
  expect((await legal.ask<List>('enrolments.timeline', { id: enrolmentId })).items.length).toBeGreaterThan(0);
  expect((await legal.ask<List>('messages.list', {})).items).toEqual([]);
  for (const answer of [
    legal.tell<Problem>('enrolments.command', { id: enrolmentId, type: 'cancel', reason: 'x' }),
    legal.tell<Problem>('debtors.command', { id: other.debtorId, type: 'cancel', reason: 'x' }),
    legal.tell<Problem>('organisation.setSending', { on: false }),
    legal.ask<Problem>('tasks.list', {}),
  ]) {
    expect(await answer).toMatchObject({ status: 403 });
  }
});

test('an agency has its session and nothing else until files can be handed over', async () => {
  expect(await agency.ask('session.me')).toMatchObject({ role: 'agency' });
  for (const path of [
    'debtors.list',
    'invoices.list',
    'enrolments.list',
    'messages.list',
    'members.list',
    'clock.get',
  ]) {
    expect(await agency.ask<Problem>(path)).toMatchObject({ status: 403 });
  }
});
