import { inOrganisation, newId, openDatabase, type Tx } from '@relance/db';
import {
  account,
  audit,
  clock,
  contact,
  debtor,
  enrolment,
  entity,
  event,
  invoice,
  mail,
  message,
  messageInvoice,
  organisation,
  person,
  scenario,
  scenarioVersion,
  task,
} from '@relance/db/schema';
import { catcher } from '@relance/worker/providers';
import type { Deps } from '@relance/worker/deps';
import { asc, eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { freshDatabase } from './database.ts';

export const START = '2026-03-02T08:00:00.000Z';
const DAY_MS = 86_400_000;

const mailStep = (tone: number, next: string | null) => ({
  type: 'send-email',
  label: '',
  config: { tone },
  next: { next },
});

/** An organisation with one debtor, on a database of its own, with what tests of the dispatcher change and read. */
export async function dispatchWorld({ sandbox = true }: { sandbox?: boolean } = {}) {
  const fresh = await freshDatabase();
  const app = openDatabase(fresh.app, { max: 6 });
  const system = openDatabase(fresh.system, { max: 2 });
  const orgId = newId();
  const log = pino({ level: 'silent' });
  const box = catcher(app);
  const deps: Deps = { app, system, log, emailProvider: () => box, mailKey: null };
  const within = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => inOrganisation(app, orgId, work);
  const [scenarioId, versionId] = [newId(), newId()];
  const graph = {
    formatVersion: 1,
    settings: {},
    nodes: [],
    edges: [],
  } as unknown as typeof scenario.$inferInsert.graph;
  const plan = {
    format: 1,
    settings: {},
    start: 's',
    nodes: { asked: mailStep(1, 'severe'), severe: mailStep(3, null) },
  } as unknown as typeof scenarioVersion.$inferInsert.plan;
  await within(async (tx) => {
    await tx.insert(organisation).values({ id: orgId, name: 'Demo', sandbox, sending: true });
    await tx.insert(clock).values({ orgId, anchorReal: new Date().toISOString(), anchorOrg: START, speed: 0 });
    await tx
      .insert(scenario)
      .values({ id: scenarioId, orgId, name: 'Firm', graph, updatedAt: START, updatedBy: 'test' });
    await tx.insert(scenarioVersion).values({
      id: versionId,
      orgId,
      scenarioId,
      version: 1,
      graph,
      plan,
      planHash: 'x',
      publishedAt: START,
      publishedBy: 'test',
    });
  });

  async function addEntity(change: Partial<typeof entity.$inferInsert> = {}): Promise<string> {
    const id = newId();
    const row = {
      name: 'Ateliers Nord',
      legalForm: 'SAS',
      accountHolder: 'Ateliers Nord SAS',
      iban: 'FR7630006000011234567890189',
      emailFrom: 'compta@ateliers.example',
      senderName: 'Ada Blum',
      senderRole: 'comptabilité',
      senderPhone: '03 20 00 00 00',
    };
    await within((tx) => tx.insert(entity).values({ ...row, ...change, id, orgId }));
    return id;
  }

  async function addDebtor(
    change: Partial<typeof debtor.$inferInsert> = {},
    emails = ['billing@client.example'],
  ): Promise<string> {
    const id = newId();
    await within(async (tx) => {
      await tx
        .insert(debtor)
        .values({ name: 'Client', externalRef: `C-${id}`, kind: 'business', ...change, id, orgId });
      for (const email of emails) await tx.insert(person).values({ orgId, debtorId: id, name: '', email });
    });
    return id;
  }

  /** An overdue invoice with a live case and, unless told otherwise, a ripe contact. */
  async function addCase({
    debtorId,
    entityId,
    invoice: invoiceChange = {},
    contact: contactChange = {},
    enrolment: enrolmentChange = {},
  }: {
    debtorId: string;
    entityId: string;
    invoice?: Partial<typeof invoice.$inferInsert>;
    contact?: Partial<typeof contact.$inferInsert> | null;
    enrolment?: Partial<typeof enrolment.$inferInsert>;
  }) {
    const [invoiceId, enrolmentId, contactId, accountId] = [newId(), newId(), newId(), newId()];
    await within(async (tx) => {
      await tx.insert(account).values({ id: accountId, orgId, entityId, debtorId, ref: accountId });
      await tx.insert(invoice).values({
        number: `F-${invoiceId.slice(-6)}`,
        dueDate: '2026-02-01',
        total: 100_00,
        balance: 100_00,
        currency: 'EUR',
        updatedAt: START,
        ...invoiceChange,
        id: invoiceId,
        orgId,
        entityId,
        debtorId,
        accountId,
      });
      await tx.insert(enrolment).values({
        id: enrolmentId,
        orgId,
        invoiceId,
        debtorId,
        entityId,
        scenarioId,
        versionId,
        enrolledAt: START,
        enrolledBy: 'test',
        ...enrolmentChange,
      });
      if (contactChange !== null) {
        await tx
          .insert(contact)
          .values(contactRow(contactId, { enrolmentId, invoiceId, debtorId, entityId }, contactChange));
      }
    });
    return { invoiceId, enrolmentId, contactId };
  }

  function contactRow(
    id: string,
    of: { enrolmentId: string; invoiceId: string; debtorId: string; entityId: string },
    change: Partial<typeof contact.$inferInsert>,
  ): typeof contact.$inferInsert {
    return {
      orgId,
      currency: 'EUR',
      nodeId: 'mail1',
      visit: 1,
      channel: 'email',
      template: 'reminder-1',
      tone: 1,
      recipients: ['billing'],
      minimumDistanceDays: 5,
      plannedAt: START,
      slotAt: START,
      ...change,
      ...of,
      id,
    };
  }

  /** Another contact of a case that exists. */
  async function addContact(
    of: { enrolmentId: string; invoiceId: string; debtorId: string; entityId: string },
    change: Partial<typeof contact.$inferInsert>,
  ): Promise<string> {
    const id = newId();
    await within((tx) => tx.insert(contact).values(contactRow(id, of, change)));
    return id;
  }

  return {
    app,
    system,
    deps,
    orgId,
    within,
    addEntity,
    addDebtor,
    addCase,
    addContact,
    async close(): Promise<void> {
      await app.$client.end();
      await system.$client.end();
      await fresh.drop();
    },
    async setNow(at: string): Promise<void> {
      await within((tx) => tx.update(clock).set({ anchorOrg: at }).where(eq(clock.orgId, orgId)));
    },
    later: (days: number, ms = 0): string => new Date(Date.parse(START) + days * DAY_MS + ms).toISOString(),
    contacts: () => within((tx) => tx.select().from(contact).orderBy(asc(contact.id))),
    async contact(id: string) {
      const [row] = await within((tx) => tx.select().from(contact).where(eq(contact.id, id)));
      if (!row) throw new Error(`no contact ${id}`);
      return row;
    },
    messages: () => within((tx) => tx.select().from(message).orderBy(asc(message.id))),
    messageInvoices: () => within((tx) => tx.select().from(messageInvoice)),
    mails: () => within((tx) => tx.select().from(mail).orderBy(asc(mail.id))),
    tasks: () => within((tx) => tx.select().from(task).orderBy(asc(task.id))),
    audits: () => within((tx) => tx.select().from(audit).orderBy(asc(audit.id))),
    settlements: () =>
      within((tx) =>
        tx.select().from(event).where(eq(event.kind, 'contact-settled')).orderBy(asc(event.enrolmentId), asc(event.no)),
      ),
    /** Lets every claim run out, as time would. */
    expire: (ago = '1 second') =>
      within((tx) => tx.update(message).set({ leaseUntil: sql`clock_timestamp() - ${ago}::interval` })),
    change: <Result>(work: (tx: Tx) => Promise<Result>) => within(work),
  };
}

export type DispatchWorld = Awaited<ReturnType<typeof dispatchWorld>>;
