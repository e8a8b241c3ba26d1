import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoInstant } from '../engine/instant.ts';
import { decideDispatch } from './decide-dispatch.ts';
import type { Dispatch, DispatchInput, PlannedContact, RecentMessage } from './dispatch.ts';

const START = Date.parse('2026-03-02T08:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const contacts: fc.Arbitrary<PlannedContact[]> = fc
  .array(
    fc.record({
      entityId: fc.constantFrom('sas', 'services'),
      currency: fc.constantFrom('EUR', 'GBP'),
      tone: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      template: fc.constantFrom('one', 'two'),
      slotHours: fc.nat(24 * 20),
      minimumDistanceDays: fc.integer({ min: 0, max: 8 }),
      waitingFor: fc.constantFrom(null, null, null, 'confirmation'),
      held: fc.constantFrom(false, false, false, true),
      disputed: fc.constantFrom(false, false, false, true),
      paid: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ slotHours, waitingFor, ...rest }, index) => {
      const slotAt = isoInstant(START + slotHours * HOUR);
      return {
        ...rest,
        id: `c${index}`,
        enrolmentId: `e${index}`,
        invoiceId: `i${index}`,
        slotAt: waitingFor === null ? slotAt : null,
        plannedAt: slotAt,
        waitingFor,
        balance: { amount: 100, currency: rest.currency },
        dueDate: '2026-02-01',
      };
    }),
  );

function spoken({ messages, cover, defer, wait, drop, keep }: Dispatch): string[] {
  return [
    ...messages.flatMap(({ contactIds }) => contactIds),
    ...[...cover, ...defer, ...wait, ...drop, ...keep].map(({ contactId }) => contactId),
  ].toSorted();
}

test('every contact comes back exactly once, and the order of the input does not matter', () => {
  fc.assert(
    fc.property(contacts, fc.nat(24 * 20), (drawn, hours) => {
      const input: DispatchInput = {
        contacts: drawn,
        messages: [],
        overdue: [],
        now: isoInstant(START + hours * HOUR),
      };
      const dispatch = decideDispatch(input);
      expect(spoken(dispatch)).toEqual(drawn.map(({ id }) => id).toSorted());
      const reversed = decideDispatch({ ...input, contacts: drawn.toReversed() });
      expect(reversed.messages).toEqual(dispatch.messages);
      expect(spoken(reversed)).toEqual(spoken(dispatch));
    }),
  );
});

test('lived through, no two demands come nearer than the distance and nothing is left behind', () => {
  fc.assert(
    fc.property(contacts, (drawn) => {
      const sent: (RecentMessage & { handedOverAt: string })[] = [];
      let open = drawn;
      for (let hour = 0; hour <= 24 * 150; hour += 6) {
        const now = isoInstant(START + hour * HOUR);
        const overdue = open.map(({ invoiceId: id, ...rest }) => ({ ...rest, id }));
        const { messages, cover, defer, wait, drop } = decideDispatch({ contacts: open, messages: sent, overdue, now });
        for (const [index, { contactIds, ...message }] of messages.entries()) {
          const invoiceIds = open.filter(({ id }) => contactIds.includes(id)).map(({ invoiceId }) => invoiceId);
          sent.push({ ...message, id: `m${hour}-${index}`, handedOverAt: now, invoiceIds });
        }
        const closed = new Set([
          ...messages.flatMap(({ contactIds }) => contactIds),
          ...[...cover, ...drop, ...wait].map(({ contactId }) => contactId),
        ]);
        const deferred = new Map(defer.map(({ contactId, until }) => [contactId, until]));
        open = open
          .filter(({ id }) => !closed.has(id))
          .map((contact) => ({ ...contact, slotAt: deferred.get(contact.id) ?? contact.slotAt }));
      }
      expect(open.every(({ waitingFor }) => waitingFor !== null)).toBe(true);

      const demands = sent.filter(({ tone }) => tone > 0);
      demands.slice(1).forEach((later, index) => {
        const before = demands[index];
        if (before === undefined) return;
        const apart = Date.parse(later.handedOverAt) - Date.parse(before.handedOverAt);
        const distance = Math.max(later.minimumDistanceDays, before.minimumDistanceDays) * DAY;
        expect(apart).toBeGreaterThanOrEqual(distance);
      });
    }),
    { numRuns: 60 },
  );
}, 60_000);
