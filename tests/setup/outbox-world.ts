import { inOrganisation, newId } from '@relance/db';
import { releaseWaits } from '@relance/db/queries';
import { contact, invoice, mail, organisation as organisationTable, task } from '@relance/db/schema';
import { scenario, type Graph } from '@relance/workflows/scenario';
import { asc, eq } from 'drizzle-orm';
import { startApi, type Organisation } from '../drivers/api-server.ts';
import { procedures } from '../drivers/procedures.ts';
import { owe, type Owed } from '../drivers/sandbox.ts';

export interface OutboxGroup {
  debtor: { id: string; name: string };
  entity: { id: string };
  amount: { amount: string; currency: string };
  contactIds: string[];
  waitingFor: string[];
  reason: string | null;
  phrases: { key: string; values?: Record<string, unknown> }[];
  asideUntil: string | null;
  risks: string[];
  tone: number;
}

export interface Outbox {
  items: OutboxGroup[];
  total: number;
  counts: Record<'decide' | 'today' | 'later' | 'aside' | 'stopped' | 'blocked', number>;
  sending: boolean;
  entering: number;
  brakes: { ledger: { hours: number | null; messages: number }; batch: { today: number; messages: number } };
  nextCursor: string | null;
}

/** A message at once, automatic or to confirm, then the end. */
export function messageAtOnce(mode: 'automatic' | 'to-confirm', template = 'reminder-1'): Graph {
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('mail', 'send-email', 'Relance 1', { template, mode })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'mail', 'end')
    .build();
}

/** The API with organisations whose invoices stand in a scenario that has planned their messages. */
export async function outboxWorld() {
  const api = await startApi();

  async function planned(graph: Graph, debtors: Owed[], settings: Partial<typeof organisationTable.$inferInsert> = {}) {
    const organisation = await api.newOrganisation();
    const within = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
      inOrganisation(api.deps.app, organisation.id, work);
    const change = (values: Partial<typeof organisationTable.$inferInsert>) =>
      within((tx) => tx.update(organisationTable).set(values).where(eq(organisationTable.id, organisation.id)));
    if (Object.keys(settings).length > 0) await change(settings);
    const { manager: key, collector } = organisation.keys;
    const invoiceIds: string[][] = [];
    for (const debtor of debtors) {
      const { id: organisationId, entityId } = organisation;
      invoiceIds.push(await owe(api.world, { organisationId, entityId }, debtor));
    }
    const made = await api.call<{ id: string; rev: number }>('POST /scenarios', {
      key,
      body: { name: 'Essai', graph },
    });
    const { id: scenarioId, rev } = made.body;
    await api.call(`POST /scenarios/${scenarioId}/publish`, { key, body: { rev } });
    await api.call('POST /enrolments', { key, body: { scenarioId, invoiceIds: invoiceIds.flat() } });
    await advance(organisation, '2026-03-02T09:00:00.000Z');
    return {
      organisation,
      key,
      collector,
      invoiceIds,
      within,
      change,
      settle: () => api.settle(organisation),
      advance: (to: string) => advance(organisation, to),
      list: async (view = 'decide') => (await api.call<Outbox>(`GET /outbox?view=${view}`, { key })).body,
      preview: async ({ debtor, entity, amount }: OutboxGroup, view = '') =>
        api.call<{
          messages: {
            subject: string;
            text: string;
            to: string[];
            contactIds: string[];
            wording: { subject: string; body: string };
            edited: boolean;
          }[];
          kept: { contactId: string; number: string; reason: string; until: string | null }[];
        }>(
          `GET /outbox/preview?debtorId=${debtor.id}&entityId=${entity.id}&currency=${amount.currency}${view && `&view=${view}`}`,
          { key },
        ),
      whyNot: async (debtorId: string) => {
        const { notSent } = await procedures(api.deps.app, organisation.id).debtors.why({ id: debtorId });
        return notSent.flatMap(({ phrases }) => phrases.map((phrase) => phrase.key));
      },
      act: (act: 'send' | 'hold' | 'drop' | 'edit', body: object, as = key) =>
        api.call<{ contacts: number; debtors: number; gone: string[]; code?: string }>(`POST /outbox/${act}`, {
          key: as,
          body,
        }),
      contacts: () => within((tx) => tx.select().from(contact).orderBy(asc(contact.id))),
      mails: () => within((tx) => tx.select().from(mail).orderBy(asc(mail.id))),
      tasks: () => within((tx) => tx.select().from(task).orderBy(asc(task.id))),
      release: (waitingFor: 'sending' | 'stale') =>
        within((tx) => releaseWaits(tx, organisation.id, { waitingFor }, '2026-03-02T09:00:00.000Z')),
    };
  }

  async function advance(organisation: Organisation, advanceTo: string): Promise<void> {
    await api.call('POST /sandbox/clock', { key: organisation.keys.manager, body: { advanceTo } });
    await api.settle(organisation);
  }

  /** One more invoice of a debtor that exists, in another scenario. */
  async function enrolAnother(
    organisation: Organisation,
    key: string,
    { debtorId, graph }: { debtorId: string; graph: Graph },
  ): Promise<void> {
    const id = newId();
    await inOrganisation(api.deps.app, organisation.id, async (tx) => {
      const [known] = await tx.select().from(invoice).where(eq(invoice.debtorId, debtorId));
      if (!known) throw new Error(`${debtorId} owes nothing`);
      await tx
        .insert(invoice)
        .values({ ...known, id, number: `${known.number}-bis`, status: 'open', balance: known.total });
    });
    const made = await api.call<{ id: string; rev: number }>('POST /scenarios', {
      key,
      body: { name: 'Autre', graph },
    });
    const { id: scenarioId, rev } = made.body;
    await api.call(`POST /scenarios/${scenarioId}/publish`, { key, body: { rev } });
    await api.call('POST /enrolments', { key, body: { scenarioId, invoiceIds: [id] } });
    await api.settle(organisation);
  }

  return { api, planned, enrolAnother, close: () => api.close() };
}
