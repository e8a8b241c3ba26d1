import { inOrganisation } from '@relance/db';
import { nowOf, recordPayments } from '@relance/db/queries';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '@relance/workflows/scenario';
import { liveDays } from '../drivers/demo.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { importList } from '../drivers/run-import.ts';
import { enrol, makeSandbox, owe, publish, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { messageAtOnce } from '../setup/outbox-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const NOW = '2026-03-02T08:00:00.000Z';
// given, because slots depend on them
let cases = 0;
const debtorOf = (twin: number): string => `0190b3d4-0000-7000-8000-0000000000${cases}${twin}`;
beforeEach(() => {
  cases += 1;
});

/** A case that has lived for some days, with another invoice of the same debtor that stays open. */
async function living(drawing: Graph, days: number, debtorId: string): Promise<Sandbox> {
  const sandbox = await makeSandbox(world, NOW);
  const version = await publish(world, sandbox, drawing);
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    debtorId,
    invoices: [
      { number: 'F1', dueDate: '2026-02-20', amount: 120_000 },
      { number: 'F2', dueDate: '2026-06-20', amount: 300_000 },
    ],
  });
  await enrol(world, sandbox, version, invoices.slice(0, 1));
  await liveDays(world, sandbox.organisationId, days);
  return sandbox;
}

const pay = ({ organisationId }: Sandbox) =>
  inOrganisation(world.deps.app, organisationId, async (tx) => {
    const money = { externalId: 'P1', receivedOn: '2026-03-06', amount: 120_000, currency: 'EUR' };
    const at = await nowOf(tx, organisationId);
    return recordPayments(tx, organisationId, [{ ...money, invoiceNumbers: ['F1'] }], { actor: 'key:erp', at });
  });
const list = ({ organisationId, entityId }: Sandbox) =>
  importList(world.deps, organisationId, {
    text: 'Facture;Client;Échéance;Solde\nF2;Alpha;20/06/2026;3000,00\n',
    entityId,
  });

/** All that a case is and waits for, in words that two organisations share. */
const standing = ({ organisationId }: Sandbox) =>
  inOrganisation(world.deps.app, organisationId, async (tx) => {
    const { rows } = await tx.execute(sql`
      select 'invoice' as what, number as a, status as b, balance::text as c, null as d from invoice
      union all select 'enrolment', status, closing, outcome_reason, wake_at::text from enrolment
      union all select 'contact', status, reason, waiting_for, slot_at::text from contact
      union all select 'task', kind, status, outcome, null from task
      union all select 'event', kind, no::text, at::text, data->>'by' from event
      order by 1, 2, 3, 4`);
    return rows;
  });

describe.each([
  ['while a call waits to be made', reminderThenCall(), 4, 'task'],
  ['while a message waits to be confirmed', messageAtOnce('to-confirm'), 0, 'contact'],
  ['while nothing is due yet', reminderThenCall(), 0, 'enrolment'],
] as const)('an invoice that a list has no more, %s', (_, drawing, days, what) => {
  test('ends its follow-up exactly as a payment does, at once and in the days after', async () => {
    const [paid, listed] = [await living(drawing, days, debtorOf(1)), await living(drawing, days, debtorOf(2))];
    expect((await standing(listed)).map((row) => row['what'])).toContain(what);
    await pay(paid);
    expect(await list(listed)).toMatchObject({ status: 'done', closing: { invoices: 1 } });
    const after = await standing(listed);
    expect(after).toEqual(await standing(paid));
    expect(after).toContainEqual({ what: 'invoice', a: 'F1', b: 'paid', c: '0', d: null });
    for (const each of [paid, listed]) await liveDays(world, each.organisationId, 20);
    const end = await standing(listed);
    expect(end).toEqual(await standing(paid));
    expect(end).toContainEqual(expect.objectContaining({ what: 'enrolment', a: 'ended', c: 'paid' }));
  });
});
