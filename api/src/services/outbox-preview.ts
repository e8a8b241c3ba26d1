import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  appendAudit,
  contactEntry,
  insertMessageEdit,
  lockPlannedContacts,
  nowOf,
  readDebtorView,
  readInvoiceNumbers,
  readMessageMaterial,
  readPlannedIds,
  readStanding,
  type DebtorView,
  type LockedContact,
  type OpenContact,
} from '@relance/db/queries';
import { COVERED_BY_CREDITS, decide, obstacleOf, type Decision } from '@relance/workflows/policy';
import { composeMessage, findTemplate, type MessageMaterial, type TemplateText } from '@relance/workflows/templates';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/outbox.ts';
import { moneyOf } from './money.ts';
import { readOutboxDay } from './outbox-day.ts';
import { textErrors } from './text-errors.ts';

type Previewed = z.infer<typeof schemas.outboxPreviewed>;

/** What would leave to one debtor in one entity and currency if a person let it go now: by the rules that will decide. */
export function previewOutbox(
  { caller, work }: Allowed,
  { debtorId, entityId, currency, view }: z.infer<typeof schemas.outboxPreview>,
): Promise<Previewed> {
  return work(async (tx) => {
    const { organisationId } = caller;
    const standing = await readStanding(tx, organisationId, debtorId);
    const shown =
      view &&
      (await readPlannedIds(tx, organisationId, { debtorId, view, ...(await readOutboxDay(tx, organisationId)) }));
    const mine = standing.contacts.filter(
      (row) =>
        row.status === 'planned' &&
        row.entityId === entityId &&
        row.currency === currency &&
        (shown?.has(row.id) ?? true),
    );
    if (mine.length === 0) throw notFound('planned message');
    return preview(tx, await readDebtorView(tx, standing), mine);
  });
}

async function preview(tx: Tx, view: DebtorView, mine: readonly OpenContact[]): Promise<Previewed> {
  const letGo = mine.map((contact) => ({ ...contact, confirmed: true }));
  const decision = decide(
    view,
    letGo.map((contact) => ({ contact, obstacle: obstacleBeside(contact, view) })),
  );
  const messages: Previewed['messages'] = [];
  const kept = keptBy(decision);
  for (const group of decision.messages) {
    const material = await readMessageMaterial(tx, view, group);
    const composition = composeMessage(material);
    if ('missing' in composition) {
      const { missing } = composition;
      kept.push(...group.demanded.map(({ id, invoiceId }) => ({ ...keep(id, invoiceId, 'incomplete'), missing })));
      continue;
    }
    const { message } = composition;
    messages.push({
      contactIds: group.demanded.map(({ id }) => id),
      template: message.template,
      tone: message.tone,
      language: message.language,
      to: message.to,
      from: message.from,
      replyTo: message.replyTo,
      subject: message.subject,
      text: message.text,
      html: message.html,
      wording: wordingOf(material, message),
      edited: message.edited,
      invoices: message.invoices.flatMap(({ invoiceId, demanded }) =>
        view.invoices
          .filter(({ id }) => id === invoiceId)
          .map(({ id, number, dueDate, balance, currency, url }) => ({
            id,
            number,
            dueDate,
            balance: moneyOf(balance, currency),
            demanded,
            url,
          })),
      ),
    });
  }
  const spoken = new Set([...messages.flatMap((row) => row.contactIds), ...kept.map((row) => row.contactId)]);
  for (const { id, invoiceId } of mine) {
    if (!spoken.has(id)) kept.push(keep(id, invoiceId, 'next-message'));
  }
  const numbers = await readInvoiceNumbers(
    tx,
    view.organisationId,
    kept.map(({ invoiceId }) => invoiceId),
  );
  return { messages, kept: kept.map((row) => ({ ...row, number: numbers.get(row.invoiceId) ?? '' })) };
}

/** What would still stand in the way: a person's word ends the waits for a person, and sending is taken to be on. */
const obstacleBeside = (contact: OpenContact, { clock }: DebtorView) =>
  obstacleOf(contact, { on: true, stale: false, large: false }, clock.now);

type Kept = Omit<Previewed['kept'][number], 'number'>;

const keep = (contactId: string, invoiceId: string, reason: Kept['reason'], until: string | null = null): Kept => ({
  contactId,
  invoiceId,
  reason,
  until,
  missing: [],
});

function keptBy({ cover, defer, drop, wait }: Decision<OpenContact>): Kept[] {
  return [
    ...cover.map(({ contact }) => keep(contact.id, contact.invoiceId, 'covered')),
    ...defer.map(({ contact, slotAt, reason }) => keep(contact.id, contact.invoiceId, reason, slotAt)),
    ...wait.map(({ contact }) => keep(contact.id, contact.invoiceId, 'blocked')),
    ...drop.map(({ contact, reason }) =>
      keep(contact.id, contact.invoiceId, reason === COVERED_BY_CREDITS ? 'covered-by-credits' : 'settled'),
    ),
  ];
}

function wordingOf(
  { edit, own }: MessageMaterial,
  { language, template }: { language: 'fr' | 'en'; template: string },
): TemplateText {
  const { subject, body } = edit ??
    own[language] ??
    findTemplate(template)?.texts[language] ?? { subject: '', body: '' };
  return { subject, body };
}

/** Keeps words for one message instead of its template's: good for exactly these contacts. */
export function editPlanned(
  { caller, work }: Allowed,
  { contactIds, subject, body }: z.infer<typeof schemas.outboxEdit>,
): Promise<Previewed> {
  const { organisationId, actor } = caller;
  const errors = textErrors({ subject, body });
  if (errors.length > 0) throw refused('bad-text', 'This text cannot be sent.', { errors });
  return work(async (tx) => {
    const contacts = await lockPlannedContacts(tx, organisationId, contactIds);
    const [first] = contacts;
    if (!first || contacts.length !== new Set(contactIds).size) {
      throw conflict('changed', 'Some of these messages are no longer planned.');
    }
    if (contacts.some((row) => !together(row, first))) {
      throw refused('not-one-message', 'These contacts do not leave in one message.');
    }
    const at = await nowOf(tx, organisationId);
    await insertMessageEdit(tx, organisationId, {
      debtorId: first.debtorId,
      contactIds: contacts.map(({ id }) => id),
      subject,
      body,
      actor,
      at,
    });
    await appendAudit(
      tx,
      organisationId,
      contacts.map((row) => ({ ...contactEntry(row, 'message-edited', { at, reason: null, messageId: null }), actor })),
    );
    const standing = await readStanding(tx, organisationId, first.debtorId);
    const mine = standing.contacts.filter((row) => row.status === 'planned' && together(row, first));
    return preview(tx, await readDebtorView(tx, standing), mine);
  });
}

type Group = Pick<LockedContact, 'debtorId' | 'entityId' | 'currency'>;

const together = (one: Group, other: Group): boolean =>
  one.debtorId === other.debtorId && one.entityId === other.entityId && one.currency === other.currency;
