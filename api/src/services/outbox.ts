import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  confirmContacts,
  countPlannedGroups,
  dropContacts,
  lockPlannedContacts,
  readDay,
  readPlannedGroups,
  readSendingFacts,
  setContactsAside,
  type LockedContact,
} from '@relance/db/queries';
import { Temporal } from 'temporal-polyfill';
import type { Allowed, Caller } from '../context.ts';
import { forbidden, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/outbox.ts';
import { holdEnd } from './hold-end.ts';
import { moneyOf } from './money.ts';
import { startOfDay } from './start-of-day.ts';

type Done = z.infer<typeof schemas.outboxDone>;

/** Planned messages by debtor, those with most risk first. */
export function listOutbox(
  { caller, work }: Allowed,
  { view, search, limit }: z.infer<typeof schemas.outboxList>,
): Promise<z.infer<typeof schemas.outbox>> {
  const { organisationId } = caller;
  return work(async (tx) => {
    const { now, today, timeZone } = await readDay(tx, organisationId);
    const dayEnd = startOfDay(Temporal.PlainDate.from(today).add({ days: 1 }).toString(), timeZone);
    const { groups, total } = await readPlannedGroups(tx, organisationId, { view, search, dayEnd, limit });
    return {
      items: groups.map(({ debtorId, debtorName, entityId, entityName, amount, currency, emails, ...group }) => ({
        debtor: { id: debtorId, name: debtorName },
        entity: { id: entityId, name: entityName },
        amount: moneyOf(amount, currency),
        invoices: group.invoices,
        contactIds: group.contactIds,
        tone: group.tone,
        templates: group.templates,
        waitingFor: group.waitingFor as z.infer<typeof schemas.outboxGroup>['waitingFor'],
        reason: group.reason,
        slotAt: group.slotAt,
        to: emails,
        risks: [
          ...(group.largest ? (['largest'] as const) : []),
          ...(group.firstContact ? (['first-contact'] as const) : []),
          ...(group.gravest ? (['gravest'] as const) : []),
        ],
      })),
      total,
      counts: await countPlannedGroups(tx, organisationId, dayEnd),
      sending: (await readSendingFacts(tx, organisationId, now)).sending,
    };
  });
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
