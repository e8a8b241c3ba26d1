import { inOrganisation } from '@relance/db';
import { createImport, nowOf, readImport, type NewImport } from '@relance/db/queries';
import { stepImport } from '@relance/worker/imports';
import { stepOrganisation } from '@relance/worker/sandbox';
import { scenario, type Graph } from '@relance/workflows/scenario';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IBM_LEDGER, readIbmLedger, type IbmInvoice } from '../drivers/ibm-ledger.ts';
import { askToAdvance, enrol, makeSandbox, publish, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

const FIRST = Temporal.PlainDate.from('2013-06-30');
const DAYS = 60;
const LAST = FIRST.add({ days: DAYS - 1 }).toString();
const TEN_MINUTES = 600_000;

let world: World;
let sandbox: Sandbox;
let ledger: { heading: string; invoices: IbmInvoice[] };
const enrolled: string[][] = [];

const dateOf = (day: number): string => FIRST.add({ days: day }).toString();
/** Eight in the morning of the organisation's zone. */
const morningOf = (date: string): string => `${date}T06:00:00.000Z`;

async function read(request: Pick<NewImport, 'kind'> & Partial<NewImport> & { text: string }): Promise<void> {
  const { organisationId } = sandbox;
  const { text, ...rest } = request;
  const id = await inOrganisation(world.deps.app, organisationId, async (tx) => {
    const at = await nowOf(tx, organisationId);
    const file = { filename: 'ledger.csv', bytes: Buffer.from(text), createdBy: 'system', at };
    return createImport(tx, organisationId, { ...file, ...rest });
  });
  while (!(await stepImport(world.deps, organisationId, id, null)).done);
  const job = await inOrganisation(world.deps.app, organisationId, (tx) => readImport(tx, organisationId, id));
  expect(job).toMatchObject({ status: 'done', summary: { rejected: 0, unchanged: 0 } });
}

const fileOf = (invoices: readonly IbmInvoice[]): string =>
  [ledger.heading, ...invoices.map(({ line }) => line), ''].join('\n');

const PAYMENTS = { SettledDate: 'receivedOn', InvoiceAmount: 'amount', invoiceNumber: 'invoiceNumbers' };
const DATES = { options: { dateFormat: 'M/D/YYYY' } };

async function bill(invoices: readonly IbmInvoice[]): Promise<void> {
  if (invoices.length > 0) await read({ kind: 'invoices', text: fileOf(invoices), ...DATES });
}

async function settle(invoices: readonly IbmInvoice[]): Promise<void> {
  if (invoices.length > 0) await read({ kind: 'payments', text: fileOf(invoices), mapping: PAYMENTS, ...DATES });
}

/** Three reminders of growing firmness, then a person decides. */
function reminders(): Graph {
  const after = (amount: number) => ({ amount, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' });
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('wait1', 'wait', 'J+1', after(1))
    .node('mail1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait2', 'wait', 'J+8', after(8))
    .node('mail2', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn: { amount: 8, unit: 'day' } })
    .node('wait3', 'wait', 'J+20', after(20))
    .node('mail3', 'send-email', 'Dernier rappel', {
      template: 'before-formal-notice',
      answerIn: { amount: 8, unit: 'day' },
    })
    .node('decide', 'task', 'Décision', {
      title: 'Décider',
      outcomes: [{ id: 'done', label: 'Fait' }],
      dueIn: { amount: 5, unit: 'day' },
    })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'wait1', 'mail1', 'wait2', 'mail2', 'wait3', 'mail3', 'decide')
    .edge('decide', 'done', 'end')
    .build();
}

async function enrolOverdue(version: { scenarioId: string; versionId: string }, today: string): Promise<string[]> {
  const { rows } = await world.owner.execute<{ id: string; number: string }>(sql`
    select id, number from invoice i
    where status = 'open' and balance > 0 and due_date < ${today}
      and not exists (select 1 from enrolment e where e.invoice_id = i.id)
    order by number`);
  await enrol(
    world,
    sandbox,
    version,
    rows.map(({ id }) => id),
  );
  return rows.map(({ number }) => number);
}

async function advanceTo(date: string): Promise<void> {
  await askToAdvance(world, sandbox, morningOf(date));
  while (!(await stepOrganisation(world.deps, sandbox.organisationId, null)).done);
}

/** Every tenth customer has no address. */
function addresses(): string {
  const customers = [...new Set(ledger.invoices.map(({ customer }) => customer))].toSorted();
  const lines = customers.map(
    (customer, index) => `${customer};Customer ${index};FR;fr;${index % 10 === 9 ? '' : `billing@c${index}.example`}`,
  );
  return ['debtorRef;debtorName;country;language;email', ...lines, ''].join('\n');
}

const rowsOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await world.owner.execute(query)).rows as Row[];

describe.skipIf(IBM_LEDGER === null)('sixty days of a real ledger (skipped when ../shared/data is absent)', () => {
  beforeAll(async () => {
    ledger = readIbmLedger(IBM_LEDGER ?? '');
    world = await openWorld();
    sandbox = await makeSandbox(world, morningOf(dateOf(0)));
    const version = await publish(world, sandbox, reminders());
    await read({ kind: 'debtors', text: addresses() });
    await bill(ledger.invoices.filter(({ issued }) => issued <= dateOf(0)));
    await settle(ledger.invoices.filter(({ settled }) => settled < dateOf(0)));
    for (let day = 0; day < DAYS; day += 1) {
      const today = dateOf(day);
      await advanceTo(today);
      // some are settled on the day on which they are issued
      if (day > 0) await bill(ledger.invoices.filter(({ issued }) => issued === today));
      await settle(ledger.invoices.filter(({ settled }) => settled === today));
      enrolled.push(await enrolOverdue(version, today));
    }
    await advanceTo(dateOf(DAYS));
  }, TEN_MINUTES);
  afterAll(() => world.close());

  test('every unpaid overdue invoice was enrolled: 74, of which 12 on the first day', () => {
    expect(enrolled[0]).toHaveLength(12);
    expect(enrolled.flat()).toHaveLength(74);
    const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
    const unpaidOnSomeDay = ledger.invoices.filter(
      ({ due, settled }) => due < LAST && settled > dateOf(0) && settled > dayAfter(due),
    );
    expect(enrolled.flat().toSorted()).toEqual(unpaidOnSomeDay.map(({ number }) => number).toSorted());
  });

  test('every case whose invoice was settled has ended as paid, the others live', async () => {
    const settledByNow = new Set(ledger.invoices.filter(({ settled }) => settled <= LAST).map(({ number }) => number));
    const cases = await rowsOf<{ number: string; status: string; reason: string | null; incident: string | null }>(sql`
      select i.number, e.status, e.outcome_reason as reason, e.incident_code as incident
      from enrolment e join invoice i on i.id = e.invoice_id`);
    expect(cases).toHaveLength(74);
    for (const { number, status, reason, incident } of cases) {
      const expected = settledByNow.has(number) ? ['ended', 'paid', null] : ['live', null, null];
      expect([number, status, reason, incident]).toEqual([number, ...expected]);
    }
  });

  test('no message named an invoice after its settlement was recorded', async () => {
    expect((await rowsOf(sql`select 1 from message where status = 'handed-over'`)).length).toBeGreaterThan(30);
    const late = await rowsOf(sql`
      select m.id, i.number from message m
      join message_invoice mi on mi.message_id = m.id
      join invoice i on i.id = mi.invoice_id
      join allocation a on a.invoice_id = i.id
      where m.reserved_at >= a.at or m.handed_over_at >= a.at`);
    expect(late).toEqual([]);
  });

  test('each due step of the others is sent, covered, waiting or explained', async () => {
    const contacts = await rowsOf<{
      status: string;
      reason: string | null;
      waiting: string | null;
      slot: string | null;
      usable: boolean;
    }>(sql`
      select c.status, c.reason, c.waiting_for as waiting, c.slot_at::text as slot,
        exists (select 1 from person p where p.debtor_id = c.debtor_id and p.email is not null) as usable
      from contact c join enrolment e on e.id = c.enrolment_id where e.status = 'live'`);
    expect(contacts.length).toBeGreaterThan(10);
    for (const { status, reason, waiting, slot, usable } of contacts) {
      const isExplained =
        status === 'sent' ||
        (status === 'covered' && reason !== null) ||
        (status === 'planned' && (usable ? slot !== null || waiting !== null : waiting === 'address')) ||
        (status === 'not-sent' && reason !== null);
      expect({ status, reason, waiting, slot, isExplained }).toMatchObject({ isExplained: true });
    }
    const silent = await rowsOf(sql`
      select e.id from enrolment e
      where e.status = 'live' and e.wake_at is null
        and not exists (select 1 from contact c where c.enrolment_id = e.id and c.status in ('planned', 'reserved'))
        and not exists (select 1 from task_case t where t.enrolment_id = e.id and t.left_at is null)`);
    expect(silent).toEqual([]);
    const asked = await rowsOf<{ n: number }>(sql`
      select count(*)::int as n from contact c where c.status = 'planned' and c.waiting_for = 'address'
        and not exists (select 1 from task t where t.debtor_id = c.debtor_id and t.kind = 'address' and t.status = 'open')`);
    expect(asked).toEqual([{ n: 0 }]);
  });

  test('the sums agree with the file', async () => {
    const sum = (some: readonly IbmInvoice[]): number => some.reduce((total, { amount }) => total + amount, 0);
    const issued = ledger.invoices.filter(({ issued: on }) => on <= LAST);
    const paid = ledger.invoices.filter(({ settled }) => settled <= LAST);
    expect(
      await rowsOf(sql`
      select count(*)::int as invoices, sum(total)::int as total, sum(balance)::int as balance,
        (select sum(amount)::int from allocation) as allocated, (select sum(unallocated)::int from payment) as unallocated
      from invoice`),
    ).toEqual([
      {
        invoices: issued.length,
        total: sum(issued),
        balance: sum(issued) - sum(paid),
        allocated: sum(paid),
        unallocated: 0,
      },
    ]);
  });
});
