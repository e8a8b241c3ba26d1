import { compareTexts } from '../plan/compare-texts.ts';
import type { Dispatch, NewMessage, OverdueInvoice, PlannedContact } from './dispatch.ts';

/** Service messages: one per entity, currency and template. */
export function serviceMessages(contacts: readonly PlannedContact[]): NewMessage[] {
  return groupBy(contacts, (contact) => JSON.stringify([contact.entityId, contact.currency, contact.template])).map(
    (group) => messageOf(group, []),
  );
}

/**
 * The one demand that leaves first, of contacts sorted by age: the entity and currency with the gravest tone, then the one
 * that has waited longest. Its table holds what is ripe at that tone; what else is overdue there is listed.
 */
export function demandMessage(
  contacts: readonly PlannedContact[],
  overdue: readonly OverdueInvoice[],
): { message: NewMessage; keep: Dispatch['keep'] } | null {
  const groups = groupBy(contacts, ({ entityId, currency }) => JSON.stringify([entityId, currency]));
  const [chosen] = groups.toSorted((a, b) => gravest(b) - gravest(a));
  const [first] = chosen ?? [];
  if (chosen === undefined || first === undefined) return null;
  const tone = gravest(chosen);
  const table = chosen.filter((contact) => contact.tone === tone);
  const keep = contacts
    .filter((contact) => !table.includes(contact))
    .map((contact): Dispatch['keep'][number] => ({
      contactId: contact.id,
      reason: chosen.includes(contact) ? 'graver-first' : 'other-message-first',
    }));
  return { message: messageOf(table, listed(chosen, table, overdue)), keep };
}

function messageOf(table: readonly PlannedContact[], listedInvoiceIds: string[]): NewMessage {
  const [first] = table;
  if (first === undefined) throw new RangeError('A message has at least one contact');
  const { entityId, currency, template, tone } = first;
  return {
    entityId,
    currency,
    template,
    tone,
    minimumDistanceDays: Math.max(...table.map(({ minimumDistanceDays }) => minimumDistanceDays)),
    contactIds: table.map(({ id }) => id),
    listedInvoiceIds,
  };
}

/** Other overdue invoices of the same entity and currency, ripe ones of a lower tone among them, oldest first. */
function listed(
  chosen: readonly PlannedContact[],
  table: readonly PlannedContact[],
  overdue: readonly OverdueInvoice[],
): string[] {
  const [{ entityId, currency } = { entityId: '', currency: '' }] = chosen;
  const demanded = new Set(table.map(({ invoiceId }) => invoiceId));
  const lower = chosen.map(({ invoiceId, dueDate }) => ({ id: invoiceId, dueDate }));
  const others = overdue.filter(
    (invoice) => invoice.entityId === entityId && invoice.currency === currency && invoice.balance.amount > 0,
  );
  const dueDates = new Map([...lower, ...others].map(({ id, dueDate }) => [id, dueDate]));
  return [...dueDates]
    .filter(([id]) => !demanded.has(id))
    .toSorted(([a, dueA], [b, dueB]) => compareTexts(`${dueA} ${a}`, `${dueB} ${b}`))
    .map(([id]) => id);
}

function gravest(contacts: readonly PlannedContact[]): number {
  return Math.max(...contacts.map(({ tone }) => tone));
}

/** Groups in the order of their first members. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
