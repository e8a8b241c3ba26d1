import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  confirmContacts,
  countEntering,
  countPlannedGroups,
  dropContacts,
  lockPlannedContacts,
  readDay,
  readDeferrals,
  readPlannedGroups,
  readSendingFacts,
  setContactsAside,
  type LockedContact,
  type PlannedGroup,
} from '@relance/db/queries';
import { slotText, waitTexts, type Deferral } from '@relance/workflows/policy';
import type { Allowed, Caller } from '../context.ts';
import { forbidden, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/outbox.ts';
import { holdEnd } from './hold-end.ts';
import { moneyOf } from './money.ts';
import { readOutboxDay } from './outbox-day.ts';

type Done = z.infer<typeof schemas.outboxDone>;

/** Planned messages by debtor, those with most risk first. */
export function listOutbox(
  { caller, work }: Allowed,
  { view, search, limit, cursor }: z.infer<typeof schemas.outboxList>,
): Promise<z.infer<typeof schemas.outbox>> {
  const { organisationId } = caller;
  return work(async (tx) => {
    const day = await readOutboxDay(tx, organisationId);
    const skip = Number(cursor ?? 0);
    const { groups, total } = await readPlannedGroups(tx, organisationId, { view, search, limit, skip, ...day });
    const debtorIds = groups.flatMap(({ slotAt, debtorId }) => (slotAt === null ? [] : [debtorId]));
    const deferrals = await readDeferrals(tx, organisationId, debtorIds);
    const { views, stale, batch } = await countPlannedGroups(tx, organisationId, day);
    const facts = await readSendingFacts(tx, organisationId, day.now);
    const { ledgerAt: at, staleAfterHours, batchFactor: factor, today, usual } = facts;
    const hours = at === null ? null : Math.floor((Date.parse(day.now) - Date.parse(at)) / HOUR_MS);
    return {
      items: groups.map((group) => groupOf(group, deferrals)),
      total,
      counts: views,
      sending: facts.sending,
      entering: await countEntering(tx, organisationId),
      brakes: {
        ledger: { at, staleAfterHours, hours, messages: stale },
        batch: { factor, today, usual, messages: batch },
      },
      nextCursor: groups.length === limit && skip + limit < total ? String(skip + limit) : null,
    };
  });
}

const HOUR_MS = 3_600_000;

function groupOf(group: PlannedGroup, deferrals: readonly Deferral[]): z.infer<typeof schemas.outboxGroup> {
  const { waits, slotAt, contactIds } = group;
  return {
    debtor: { id: group.debtorId, name: group.debtorName },
    entity: { id: group.entityId, name: group.entityName },
    amount: moneyOf(group.amount, group.currency),
    invoices: group.invoices,
    contactIds,
    tone: group.tone,
    templates: group.templates,
    waitingFor: [...new Set(waits.map((wait) => wait.for))],
    reason: waits.find(({ reason }) => reason !== null)?.reason ?? null,
    phrases: [
      ...waits.flatMap((wait) => waitTexts(wait.for, wait.reason)),
      ...(slotAt === null ? [] : [slotText(contactIds, slotAt, deferrals)]),
    ],
    slotAt,
    asideUntil: group.asideUntil,
    to: group.emails,
    risks: [
      ...(group.largest ? (['largest'] as const) : []),
      ...(group.firstContact ? (['first-contact'] as const) : []),
      ...(group.gravest ? (['gravest'] as const) : []),
    ],
  };
}

/** How many messages stand in each view: what a page's navigation asks. */
export function countOutbox({ caller, work }: Allowed): Promise<z.infer<typeof schemas.outboxCounts>> {
  const { organisationId } = caller;
  return work(async (tx) => ({
    counts: (await countPlannedGroups(tx, organisationId, await readOutboxDay(tx, organisationId))).views,
  }));
}

/** They leave as soon as nothing else stands in their way. */
export function sendPlanned(allowed: Allowed, { contactIds }: z.infer<typeof schemas.outboxSend>): Promise<Done> {
  return act(allowed, contactIds, async (tx, contacts, at) => {
    requireLead(allowed.caller, contacts);
    await confirmContacts(tx, allowed.caller.organisationId, contacts, { actor: allowed.caller.actor, at });
  });
}

export function dropPlanned(
  allowed: Allowed,
  { contactIds, reason }: z.infer<typeof schemas.outboxDrop>,
): Promise<Done> {
  const { organisationId, actor } = allowed.caller;
  return act(allowed, contactIds, (tx, contacts, at) =>
    dropContacts(tx, organisationId, contacts, { actor, at, reason }),
  );
}

export function holdPlanned(
  allowed: Allowed,
  { contactIds, reason, until }: z.infer<typeof schemas.outboxHold>,
): Promise<Done> {
  const { organisationId, actor } = allowed.caller;
  return act(allowed, contactIds, async (tx, contacts, at) => {
    const { today, timeZone } = await readDay(tx, organisationId);
    if (until !== undefined && until <= today) {
      const errors = [{ path: 'until', message: `must be after today (${today})` }];
      throw refused('not-possible', 'That is not possible here.', { errors });
    }
    const untilAt = until === undefined ? null : holdEnd(until, timeZone);
    await setContactsAside(tx, organisationId, contacts, { actor, at, reason, until: untilAt });
  });
}

/** Locks what is still planned of the contacts and acts on it, all in one transaction. */
async function act(
  { caller, work }: Allowed,
  contactIds: readonly string[],
  run: (tx: Tx, contacts: readonly LockedContact[], at: string) => Promise<void>,
): Promise<Done> {
  const { organisationId } = caller;
  return work(async (tx) => {
    const contacts = await lockPlannedContacts(tx, organisationId, contactIds);
    if (contacts.length === 0) throw notFound('planned message');
    const { now } = await readDay(tx, organisationId);
    await run(tx, contacts, now);
    const found = new Set(contacts.map(({ id }) => id));
    return {
      contacts: contacts.length,
      debtors: new Set(contacts.map(({ debtorId }) => debtorId)).size,
      gone: [...new Set(contactIds)].filter((id) => !found.has(id)),
    };
  });
}

/** What an old ledger or a large batch has stopped is for whoever answers for all messages. */
function requireLead({ role }: Caller, contacts: readonly LockedContact[]): void {
  if (role === 'manager' || role === 'admin') return;
  if (contacts.some(({ waitingFor }) => waitingFor === 'stale' || waitingFor === 'batch')) {
    throw forbidden('needs-manager', 'A manager decides on messages that an old ledger or a large batch has stopped.');
  }
}
