import { newId } from '@relance/db';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUDIT_RULES, auditOrganisation } from '../auditor/audit-organisation.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const DUE = '2026-02-01';

let world: World;
let version: { scenarioId: string; versionId: string };
let sandbox: Sandbox;
beforeAll(async () => {
  world = await openWorld();
  sandbox = await makeSandbox(world, NOW);
  version = await publish(world, sandbox, reminderThenCall());
});
afterAll(() => world.close());

const write = async (query: SQL): Promise<void> => {
  await world.owner.execute(query);
};

interface Planted {
  debtorId: string;
  invoiceId: string;
  enrolmentId: string;
}

/** An overdue invoice of 100.00 with its case, and nothing that an auditor could find. */
async function plant(name: string, dueDate = DUE): Promise<Planted> {
  const debtorId = newId();
  const invoices = [{ number: name, dueDate, amount: 10_000 }];
  const [invoiceId = ''] = await owe(world, sandbox, { name, debtorId, invoices });
  const [enrolmentId = ''] = await enrol(world, sandbox, version, [invoiceId]);
  await write(sql`update enrolment set wake_at = ${NOW} where id = ${enrolmentId}`);
  return { debtorId, invoiceId, enrolmentId };
}

interface Left {
  at?: string;
  tone?: number;
  balance?: number;
  demanded?: boolean;
}

/** A message that left about a planted invoice, with its contact and its line of the trail. */
async function leave(
  { debtorId, invoiceId, enrolmentId }: Planted,
  { at = NOW, tone = 1, balance = 10_000, demanded = true }: Left = {},
): Promise<string> {
  const { organisationId, entityId } = sandbox;
  const id = newId();
  await write(sql`
    insert into message (id, org_id, debtor_id, entity_id, currency, channel, status, template, language, tone,
      minimum_distance_days, "to", "from", subject, text, html, message_id_header, reserved_at, handed_over_at)
    values (${id}, ${organisationId}, ${debtorId}, ${entityId}, 'EUR', 'email', 'handed-over', 'reminder-1', 'fr', ${tone},
      5, '{a@b.example}', 'c@d.example', '', '', '', ${id}, ${at}, ${at})`);
  await write(sql`
    insert into message_invoice (message_id, invoice_id, org_id, demanded, balance)
    values (${id}, ${invoiceId}, ${organisationId}, ${demanded}, ${balance})`);
  await write(sql`
    insert into contact (org_id, enrolment_id, invoice_id, debtor_id, entity_id, currency, node_id, visit, channel, template,
      tone, recipients, minimum_distance_days, status, planned_at, message_id, sent_at)
    values (${organisationId}, ${enrolmentId}, ${invoiceId}, ${debtorId}, ${entityId}, 'EUR', ${id}, 1, 'email', 'reminder-1',
      ${tone}, '{billing}', 5, 'sent', ${at}, ${id}, ${at})`);
  await trail({ debtorId, invoiceId, enrolmentId }, 'message-handed-over', at, id);
  return id;
}

/** One line of the trail about a planted invoice. */
async function trail(of: Planted, kind: string, at: string, messageId: string | null = null): Promise<void> {
  await write(sql`
    insert into audit (org_id, at, actor, kind, debtor_id, invoice_id, enrolment_id, message_id)
    values (${sandbox.organisationId}, ${at}, 'test', ${kind}, ${of.debtorId}, ${of.invoiceId}, ${of.enrolmentId}, ${messageId})`);
}

/** A call about it, done or still open. */
async function call({ debtorId, invoiceId, enrolmentId }: Planted, status: 'open' | 'done', at = NOW): Promise<void> {
  const { organisationId } = sandbox;
  const id = newId();
  await write(sql`
    insert into task (id, org_id, kind, title, outcomes, debtor_id, status, created_at, closed_at)
    values (${id}, ${organisationId}, 'call', '', '[]', ${debtorId}, ${status}, ${at}, ${status === 'done' ? at : null})`);
  await write(sql`
    insert into task_case (org_id, task_id, enrolment_id, invoice_id, node_id, visit)
    values (${organisationId}, ${id}, ${enrolmentId}, ${invoiceId}, ${id}, 1)`);
}

const daysBefore = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

/** A demand and a call that a severe message may follow. */
async function preceded(planted: Planted): Promise<void> {
  await leave(planted, { at: daysBefore(20) });
  await call(planted, 'done', daysBefore(10));
}

async function money({ debtorId, invoiceId }: Planted, amounts: { paid: number; allocated: number; free: number }) {
  const id = newId();
  await write(sql`
    insert into payment (id, org_id, external_id, content_hash, received_on, amount, currency, debtor_id, unallocated, at)
    values (${id}, ${sandbox.organisationId}, ${id}, '', '2026-02-20', ${amounts.paid}, 'EUR', ${debtorId}, ${amounts.free},
      ${daysBefore(1)})`);
  if (amounts.allocated > 0)
    await write(sql`
      insert into allocation (org_id, payment_id, invoice_id, amount, at)
      values (${sandbox.organisationId}, ${id}, ${invoiceId}, ${amounts.allocated}, ${daysBefore(1)})`);
}

test('finds nothing where all is in order', async () => {
  const planted = await plant('in order');
  await preceded(planted);
  await leave(planted, { tone: 3 });
  expect(await auditOrganisation(world.owner, sandbox.organisationId)).toEqual([]);
});

const PLANTS: Record<string, (planted: Planted) => Promise<unknown>> = {
  'two demands within the minimum distance': async (planted) => {
    await leave(planted, { at: daysBefore(4.9) });
    await leave(planted);
  },
  'more messages in seven days than the cap': async (planted) => {
    for (const days of [6, 5, 4, 3, 0]) await leave(planted, { at: daysBefore(days), tone: 0 });
  },
  'a message out of office hours by itself': (planted) => leave(planted, { at: daysBefore(1) }),
  'more calls in a day than the cap': async (planted) => {
    for (let count = 0; count < 3; count += 1) await call(planted, 'done');
  },
  'one message accepted twice': async (planted) => {
    const messageId = await leave(planted);
    for (let count = 0; count < 2; count += 1)
      await write(sql`
        insert into mail (org_id, message_id, message_id_header, "to", subject, text, html, received_at)
        values (${sandbox.organisationId}, ${messageId}, '', '{}', '', '', '', ${NOW})`);
  },
  'a message that asks for nothing': (planted) => leave(planted, { demanded: false }),
  'a demand for what was not due': async ({ debtorId, enrolmentId, invoiceId }) => {
    await write(sql`update invoice set due_date = '2026-03-02' where id = ${invoiceId}`);
    await leave({ debtorId, enrolmentId, invoiceId });
  },
  'a message that names another sum than was owed': (planted) => leave(planted, { balance: 9_999 }),
  'a demand that credits covered': async (planted) => {
    await money(planted, { paid: 10_000, allocated: 0, free: 10_000 });
    await leave(planted);
  },
  'a severe message without the demand before it': async (planted) => {
    await call(planted, 'done', daysBefore(10));
    await leave(planted, { tone: 3 });
  },
  'a severe message without a call attempted before it': async (planted) => {
    await leave(planted, { at: daysBefore(20) });
    await leave(planted, { tone: 3 });
  },
  'a message to an excluded debtor or about an excluded invoice': async (planted) => {
    await trail(planted, 'debtor-excluded', daysBefore(1));
    await leave(planted);
  },
  'a message about a disputed invoice': async (planted) => {
    await trail(planted, 'invoice-disputed', daysBefore(1));
    await leave(planted);
  },
  'a message about a held case': async (planted) => {
    await trail(planted, 'hold', daysBefore(1));
    await leave(planted);
  },
  'work that is left about an invoice that is settled': async (planted) => {
    await money(planted, { paid: 10_000, allocated: 10_000, free: 0 });
    await write(sql`update invoice set balance = 0, status = 'paid' where id = ${planted.invoiceId}`);
    await call(planted, 'open');
  },
  'a case about which nothing will ever happen': ({ enrolmentId }) =>
    write(sql`update enrolment set wake_at = null where id = ${enrolmentId}`),
  'an invoice whose total is not what was paid, credited, written off and is open': ({ invoiceId }) =>
    write(sql`update invoice set balance = 9_999 where id = ${invoiceId}`),
  'an invoice whose state does not fit its balance': ({ invoiceId }) =>
    write(sql`update invoice set status = 'paid' where id = ${invoiceId}`),
  'a payment of which a part is unaccounted for': (planted) =>
    money(planted, { paid: 10_000, allocated: 0, free: 9_999 }),
  'money of one currency for an invoice in another': async (planted) => {
    await money(planted, { paid: 10_000, allocated: 10_000, free: 0 });
    await write(sql`
      update invoice set balance = 0, status = 'paid', currency = 'GBP' where id = ${planted.invoiceId}`);
  },
  'a credit that is used beyond its amount': ({ debtorId }) =>
    write(sql`
      insert into credit (org_id, entity_id, account_id, debtor_id, kind, number, amount, balance, currency, at, updated_at)
      select ${sandbox.organisationId}, ${sandbox.entityId}, a.id, ${debtorId}, 'credit-note', 'A1', 100, -1, 'EUR', ${NOW}, ${NOW}
      from account a where a.debtor_id = ${debtorId}`),
};

test('has a planted violation for each of its rules', () => {
  expect(Object.keys(PLANTS).toSorted()).toEqual(AUDIT_RULES.map(({ name }) => name).toSorted());
});

test.each(Object.entries(PLANTS))('finds %s', async (rule, violate) => {
  const before = await auditOrganisation(world.owner, sandbox.organisationId);
  expect(before.map((each) => each.rule)).not.toContain(rule);
  await violate(await plant(rule));
  const after = await auditOrganisation(world.owner, sandbox.organisationId);
  expect(after.map((each) => each.rule)).toContain(rule);
});
