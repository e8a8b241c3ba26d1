import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, isOpen } from '../engine/calendar.ts';
import { isPast } from '../engine/instant.ts';
import { NO_POLICY, USUAL_POLICY, type ContactPolicy } from './contact-policy.ts';
import { decide, type DebtorSituation } from './decide.ts';
import { dueContacts } from './due-contacts.ts';
import type { OpenContact } from './open-contact.ts';
import { PLANNED } from './support/contacts.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T00:00:00.000Z');
const PARIS = { timeZone: 'Europe/Paris', weekend: [6, 7], closed: ['2026-03-11'] };
const FREELY = { on: true, stale: false, large: false };
const MOST_LOOKS = 2_000;

const contacts = fc.array(
  fc.record({
    /** Minutes from the start at which it may leave: three weeks, nights and Sundays too. */
    minute: fc.integer({ min: 0, max: 21 * 24 * 60 }),
    tone: fc.integer({ min: 0, max: 2 }),
    template: fc.constantFrom('one', 'other'),
    entityId: fc.constantFrom('e1', 'e2'),
    currency: fc.constantFrom('EUR', 'USD'),
    confirmed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

interface Sent {
  at: string;
  contacts: OpenContact[];
}

/** One debtor's messages until nothing is planned any more, looked at whenever the time of one has come. */
function live(drawn: readonly Partial<OpenContact & { minute: number }>[], policy: ContactPolicy, kind: string) {
  let open = drawn.map(({ minute = 0, ...given }, index): OpenContact => {
    const slotAt = new Date(START + minute * 60_000).toISOString();
    return {
      ...PLANNED,
      ...given,
      id: `c${index}`,
      invoiceId: `i${index}`,
      enrolmentId: `i${index}`,
      slotAt,
      plannedAt: slotAt,
    };
  });
  const sent: Sent[] = [];
  const recent: DebtorSituation['recent'][number][] = [];
  const ended: string[] = [];
  for (let look = 0; open.length > 0; look += 1) {
    if (look === MOST_LOOKS) throw new Error('it never ends');
    const now = open.map(({ slotAt }) => slotAt ?? '').toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? '';
    const situation = {
      clock: { now },
      calendar: PARIS,
      policy,
      addressee: { ref: 'C7', kind },
      recent: [...recent],
      invoices: [],
      credits: [],
    };
    const { drop, wait, cover, defer, messages } = decide(
      situation,
      dueContacts({ clock: { now }, contacts: open, pending: [], sending: FREELY }),
    );
    expect([drop, wait]).toEqual([[], []]);
    for (const { slotAt } of defer) expect(isPast(slotAt, now)).toBe(false);
    expect(messages.length + cover.length + defer.length).toBeGreaterThan(0);
    for (const { demanded } of messages) {
      sent.push({ at: now, contacts: demanded });
      recent.push({
        id: `m${sent.length}`,
        entityId: demanded[0]?.entityId ?? '',
        tone: Math.max(...demanded.map(({ tone }) => tone)),
        minimumDistanceDays: 5,
        handedOverAt: now,
        answerBy: null,
        invoiceIds: demanded.map(({ invoiceId }) => invoiceId),
        listedInvoiceIds: [],
      });
    }
    const gone = [...messages.flatMap(({ demanded }) => demanded), ...cover.map(({ contact }) => contact)].map(
      ({ id }) => id,
    );
    ended.push(...gone);
    const later = new Map(defer.map(({ contact, slotAt }) => [contact.id, slotAt]));
    open = open
      .filter(({ id }) => !gone.includes(id))
      .map((row) => ({ ...row, slotAt: later.get(row.id) ?? row.slotAt }));
  }
  return { sent, ended };
}

const inAnySevenDays = (sent: readonly Sent[]): number =>
  Math.max(
    ...sent.map(({ at }) => sent.filter((other) => within(Date.parse(other.at) - Date.parse(at), 7 * DAY_MS)).length),
  );
const within = (difference: number, length: number): boolean => difference >= 0 && difference < length;

test('no debtor gets more messages in seven days than its kind may, and each contact comes to its end once', () => {
  fc.assert(
    fc.property(
      contacts,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('business', 'public', 'consumer', 'unknown'),
      (drawn, most, kind) => {
        const policy = {
          ...NO_POLICY,
          messagesPerWeek:
            kind === 'consumer' ? { business: null, consumer: most } : { business: most, consumer: null },
        };
        const { sent, ended } = live(drawn, policy, kind);
        expect(inAnySevenDays(sent)).toBeLessThanOrEqual(most);
        expect(ended.toSorted()).toEqual(drawn.map((_, index) => `c${index}`).toSorted());
      },
    ),
  );
});

test('nothing that nobody has let go leaves out of office hours', () => {
  fc.assert(
    fc.property(contacts, fc.constantFrom('business', 'consumer'), (drawn, kind) => {
      for (const { at, contacts: together } of live(drawn, USUAL_POLICY, kind).sent) {
        if (together.some(({ confirmed }) => confirmed)) continue;
        const time = new Date(at).toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' });
        expect([isOpen(dayOf(at, PARIS), PARIS), time >= '09:00:00', time < '17:00:00']).toEqual([true, true, true]);
      }
    }),
  );
});

test('without a policy each message leaves when its time comes', () => {
  fc.assert(
    fc.property(contacts, (drawn) => {
      const services = drawn.map((each) => ({ ...each, tone: 0 }));
      const slots = new Set(services.map(({ minute }) => new Date(START + minute * 60_000).toISOString()));
      for (const { at } of live(services, NO_POLICY, 'business').sent) expect(slots).toContain(at);
    }),
  );
});

test('what is left of a week is for a demand first', () => {
  const slot = { minute: 10 * 60, entityId: 'e1', currency: 'EUR', confirmed: false };
  const policy = { ...NO_POLICY, messagesPerWeek: { business: 1, consumer: 1 } };
  const { sent } = live(
    [
      { ...slot, tone: 0 },
      { ...slot, tone: 1 },
      { ...slot, tone: 2, entityId: 'e2' },
    ],
    policy,
    'business',
  );
  expect(sent.map(({ contacts: [first] }) => first?.tone)).toEqual([2, 1, 0]);
  expect(sent.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
});
