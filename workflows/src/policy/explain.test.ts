import { describe, expect, test } from 'vitest';
import { say } from '../messages/index.ts';
import type { Text } from '../messages/text.ts';
import { NO_POLICY, USUAL_POLICY, type ContactPolicy } from './contact-policy.ts';
import { explainCase, explainIdle, type QuietCase } from './explain-case.ts';
import { explainSent, explainSettled, UNSENT_REASONS, type SentReason, type SettledReason } from './explain-settled.ts';
import { explainContacts, obstacleText, type Deferral, type DeferralReason, type ExplainedWait } from './explain.ts';
import type { Obstacle } from './guard.ts';
import type { OpenContact } from './open-contact.ts';
import { PLANNED, serviceSent } from './support/contacts.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const LATER = '2026-03-05T08:00:00.000Z';

type Open = OpenContact & { reason: string | null };
const planned: Open = { ...PLANNED, slotAt: NOW, plannedAt: NOW, reason: null };

function explain(
  contacts: Partial<Open>[],
  {
    sending = { on: true, stale: false, large: false },
    pending = [],
    recent = [],
    credits = [],
    deferrals = [],
    policy = NO_POLICY,
  }: {
    sending?: { on: boolean; stale: boolean; large: boolean };
    pending?: { tone: number }[];
    recent?: Parameters<typeof explainContacts>[0]['recent'];
    credits?: Parameters<typeof explainContacts>[0]['credits'];
    deferrals?: Deferral[];
    policy?: ContactPolicy;
  } = {},
) {
  const rows = contacts.map((change, index): Open => ({
    ...planned,
    id: `c${index + 1}`,
    invoiceId: `i${index + 1}`,
    ...change,
  }));
  const invoices = rows.map(({ invoiceId: id, entityId, currency, balance }) => ({
    id,
    entityId,
    currency,
    dueDate: '2026-02-01',
    balance,
    held: false,
  }));
  const explained = explainContacts(
    {
      clock: { now: NOW },
      calendar: { timeZone: 'Europe/Paris', weekend: [6, 7], closed: [] },
      policy,
      addressee: { ref: 'C1', kind: 'business' },
      contacts: rows,
      pending,
      sending,
      recent,
      invoices,
      credits,
    },
    deferrals,
  );
  return rows.map(({ id }) => explained.get(id));
}

const keys = (explained: { phrases: Text[] } | undefined): string[] => (explained?.phrases ?? []).map(({ key }) => key);

/** In both languages a sentence: no key, no hole left open. */
function expectSaid(text: Text): void {
  for (const language of ['fr', 'en'] as const) {
    const sentence = say(text, language);
    expect([text.key, sentence]).not.toEqual([text.key, text.key]);
    expect(sentence).not.toMatch(/\{\w+\}|why\.|undefined|end-reason/);
  }
}

const WAITS: Record<ExplainedWait, true> = {
  exclusion: true,
  hold: true,
  dispute: true,
  address: true,
  sending: true,
  stale: true,
  batch: true,
  confirmation: true,
  refused: true,
  person: true,
};
const DROPS: Record<Extract<Obstacle, { kind: 'drop' }>['reason'], true> = {
  paid: true,
  credited: true,
  cancelled: true,
  ended: true,
};
const DEFERRALS: Record<DeferralReason, true> = {
  'minimum-distance': true,
  answered: true,
  closed: true,
  'weekly-cap': true,
  'set-aside': true,
};

describe('every obstacle has its phrase in both languages', () => {
  test.each(Object.keys(WAITS) as ExplainedWait[])('waits for %s', (waitingFor) => {
    const [explained] = explain([{ waitingFor, slotAt: null, reachable: true, ...standing(waitingFor) }], {
      sending: { on: waitingFor !== 'sending', stale: waitingFor === 'stale', large: waitingFor === 'batch' },
    });
    expect(explained).toEqual({ at: null, leaves: false, phrases: [{ key: `why.wait.${waitingFor}` }] });
    expectSaid({ key: `why.wait.${waitingFor}` });
  });

  test.each(Object.keys(DROPS) as (keyof typeof DROPS)[])('dropped: %s', (reason) => {
    expectSaid(obstacleText({ kind: 'drop', reason }));
    expectSaid(explainSettled({ status: 'not-sent', reason, coveredAt: null }));
  });

  test.each(Object.keys(DEFERRALS) as DeferralReason[])('later: %s', (reason) => {
    const [explained] = explain([{ slotAt: LATER }], { deferrals: [{ contactId: 'c1', until: LATER, reason }] });
    expect(explained).toEqual({
      at: LATER,
      leaves: false,
      phrases: [{ key: `why.later.${reason}`, values: { until: LATER } }],
    });
    for (const text of explained?.phrases ?? []) expectSaid(text);
  });

  /** What is so while a message waits for that. */
  function standing(wait: ExplainedWait): Partial<Open> {
    switch (wait) {
      case 'exclusion':
        return { excluded: true };
      case 'hold':
        return { held: true };
      case 'dispute':
        return { disputed: true };
      case 'address':
        return { reachable: false };
      default:
        return {};
    }
  }
});

describe('the policy of contacts', () => {
  const SUNDAY = '2026-03-08T10:00:00.000Z';
  const MONDAY = '2026-03-09';

  test('what comes on a closed day says when it leaves', () => {
    const [explained] = explain([{ slotAt: SUNDAY }], { policy: USUAL_POLICY });
    expect(explained).toMatchObject({ leaves: false, phrases: [{ key: 'why.later.closed' }] });
    expect(explained?.at?.slice(0, 10)).toBe(MONDAY);
  });

  test('what somebody lets go leaves on a closed day too', () => {
    const [explained] = explain([{ slotAt: SUNDAY, confirmed: true }], { policy: USUAL_POLICY });
    expect(explained).toMatchObject({ at: SUNDAY, leaves: true, phrases: [{ key: 'why.slot' }] });
  });

  test('what comes on top of enough messages says until when', () => {
    const policy = { ...NO_POLICY, messagesPerWeek: { business: 1, consumer: null } };
    const recent = [serviceSent('m1', '2026-03-01T08:00:00.000Z')];
    const [explained] = explain([{}], { policy, recent });
    expect(explained).toMatchObject({ at: '2026-03-08T08:00:00.000Z', phrases: [{ key: 'why.later.weekly-cap' }] });
  });
});

describe('what is decided now', () => {
  test.each<[string, Partial<Open>, string[]]>([
    ['nothing in its way', {}, ['why.leaves']],
    ['reserved', { status: 'reserved', slotAt: null }, ['why.leaves']],
    ['paid', { invoiceStatus: 'paid', balance: 0 }, ['why.drop.paid']],
    ['credited', { invoiceStatus: 'credited' }, ['why.drop.credited']],
    ['the case is stopped', { closing: 'cancelled' }, ['why.drop.cancelled']],
    ['the case is over', { enrolmentStatus: 'ended' }, ['why.drop.ended']],
    ['excluded', { excluded: true }, ['why.wait.exclusion']],
    ['answered', { quietUntil: LATER }, ['why.later.answered']],
    ['its time comes', { slotAt: LATER }, ['why.slot']],
    ['its time comes, and it is held', { slotAt: LATER, held: true }, ['why.slot', 'why.wait.hold']],
    ['set aside by a person', { waitingFor: 'person', slotAt: null }, ['why.wait.person']],
    [
      'set aside, and disputed',
      { waitingFor: 'person', slotAt: null, disputed: true },
      ['why.wait.person', 'why.wait.dispute'],
    ],
    ['what it waited for is over', { waitingFor: 'hold', slotAt: null }, ['why.leaves']],
  ])('%s', (_what, change, expected) => {
    const [explained] = explain([change]);
    expect(keys(explained)).toEqual(expected);
    for (const text of explained?.phrases ?? []) expectSaid(text);
  });

  test('what a person said of it is told', () => {
    const [said] = explain([{ waitingFor: 'person', slotAt: null, reason: 'call first' }]);
    expect(said?.phrases).toEqual([{ key: 'why.wait.person-said', values: { reason: 'call first' } }]);
    const [outdated] = explain([{ waitingFor: 'person', slotAt: null, reason: 'text-outdated' }]);
    expect(keys(outdated)).toEqual(['why.wait.text-outdated']);
    for (const text of [...(said?.phrases ?? []), ...(outdated?.phrases ?? [])]) expectSaid(text);
  });

  test('a severe word about an invoice that no demand has named waits for a person, unless somebody has read it', () => {
    const severe = { tone: 3, demandBefore: true };
    const [first] = explain([severe]);
    expect(keys(first)).toEqual(['why.wait.nothing-asked-before']);
    for (const text of first?.phrases ?? []) expectSaid(text);
    const [kept] = explain([{ waitingFor: 'person', slotAt: null, reason: 'nothing-asked-before' }]);
    expect(keys(kept)).toEqual(['why.wait.nothing-asked-before']);
    expect(keys(explain([{ ...severe, confirmed: true }])[0])).toEqual(['why.leaves']);
    // a scenario that begins with a severe word says so itself
    expect(keys(explain([{ ...severe, demandBefore: false }])[0])).toEqual(['why.leaves']);
    const asked = { id: 'm1', entityId: 'n1', tone: 2, minimumDistanceDays: 5, answerBy: null, invoiceIds: ['i1'] };
    const recent = [{ ...asked, handedOverAt: '2026-02-01T08:00:00.000Z', listedInvoiceIds: [] }];
    expect(keys(explain([severe], { recent })[0])).toEqual(['why.leaves']);
    expect(keys(explain([severe], { recent: recent.map((each) => ({ ...each, tone: 0 })) })[0])).toEqual([
      'why.wait.nothing-asked-before',
    ]);
  });

  test('what a message lacks is named', () => {
    const [lacking] = explain([{ waitingFor: 'refused', slotAt: null, reason: 'missing: payment_block, template:x' }]);
    expect(lacking?.phrases).toEqual([
      { key: 'why.wait.refused' },
      { key: 'why.lacks', values: { what: { key: 'variable.payment_block' } } },
    ]);
    for (const text of lacking?.phrases ?? []) expectSaid(text);
  });

  test('the organisation’s own brakes', () => {
    const sending = { on: true, stale: false, large: false };
    expect(keys(explain([{}], { sending: { ...sending, on: false } })[0])).toEqual(['why.wait.sending']);
    expect(keys(explain([{}], { sending: { ...sending, stale: true } })[0])).toEqual(['why.wait.stale']);
    expect(keys(explain([{}], { sending: { ...sending, large: true } })[0])).toEqual(['why.wait.batch']);
    expect(keys(explain([{ confirmed: true }], { sending: { ...sending, large: true } })[0])).toEqual(['why.leaves']);
  });

  test('other messages to the same debtor', () => {
    expect(keys(explain([{}], { pending: [{ tone: 1 }] })[0])).toEqual(['why.keep.message-under-way']);
    const [first, second] = explain([{ tone: 2, template: 'reminder-2' }, { entityId: 'n2' }]);
    expect([keys(first), keys(second)]).toEqual([['why.leaves'], ['why.keep.other-first']]);
    const message = {
      id: 'm1',
      entityId: 'n1',
      tone: 1,
      minimumDistanceDays: 5,
      handedOverAt: '2026-03-01T08:00:00.000Z',
      answerBy: null,
      invoiceIds: ['i1'],
      listedInvoiceIds: [],
    };
    const [covered, deferred] = explain([{}, {}], { recent: [message] });
    expect([keys(covered), keys(deferred)]).toEqual([['why.cover'], ['why.later.minimum-distance']]);
    expect(deferred?.at).toBe('2026-03-06T08:00:00.000Z');
  });

  test('credits that cover the sum', () => {
    const credits = [{ entityId: 'n1', currency: 'EUR', amount: 100 }];
    expect(keys(explain([{}], { credits })[0])).toEqual(['why.drop.covered-by-credits']);
  });
});

describe('what has been decided', () => {
  test.each([...UNSENT_REASONS])('not sent: %s', (reason) => {
    expectSaid(explainSettled({ status: 'not-sent', reason, coveredAt: null }));
  });

  test.each<[SettledReason, string]>([
    [{ status: 'covered', reason: 'listed', coveredAt: NOW }, 'why.covered'],
    [{ status: 'covered', reason: 'listed', coveredAt: null }, 'why.cover'],
    [{ status: 'unknown', reason: 'timeout', coveredAt: null }, 'why.unknown'],
    [{ status: 'not-sent', reason: '550 spam', coveredAt: null }, 'why.not-sent.refused'],
    [{ status: 'not-sent', reason: null, coveredAt: null }, 'why.not-sent.withdrawn'],
    [{ status: 'cancelled', reason: 'insolvency', coveredAt: null }, 'why.not-sent.ended'],
    [{ status: 'cancelled', reason: 'paid', coveredAt: null }, 'why.not-sent.paid'],
    [{ status: 'cancelled', reason: 'something', coveredAt: null }, 'why.not-sent.withdrawn'],
  ])('%j', (settled, key) => {
    expect(explainSettled(settled).key).toBe(key);
    expectSaid(explainSettled(settled));
  });

  test('why a message was sent', () => {
    const sent: SentReason = {
      step: 'Relance 1',
      scenario: 'Standard',
      daysLate: 5,
      invoices: 3,
      confirmed: true,
      previousAt: NOW,
      tone: 1,
      minimumDistanceDays: 5,
      templateVersion: 2,
      edited: false,
    };
    expect(explainSent(sent).map(({ key }) => key)).toEqual([
      'why.sent.step',
      'why.sent.late',
      'why.sent.together',
      'why.sent.confirmed',
      'why.sent.distance',
      'why.sent.text-own',
    ]);
    const service = { ...sent, daysLate: -3, invoices: 1, confirmed: false, tone: 0, templateVersion: null };
    expect(explainSent(service).map(({ key }) => key)).toEqual([
      'why.sent.step',
      'why.sent.before-due',
      'why.sent.text-standard',
    ]);
    const edited = { ...sent, previousAt: null, edited: true };
    for (const text of [...explainSent(sent), ...explainSent(service), ...explainSent(edited)]) expectSaid(text);
  });
});

describe('a case without a message', () => {
  const quiet: QuietCase = { closing: null, held: false, heldUntil: null, incident: false, tokens: [] };
  const token = (waitingFor: 'time' | 'task' | 'contact' | null, deadline: string | null = null) => ({
    waitingFor,
    deadline,
    step: 'J+5',
  });
  test.each<[string, Partial<QuietCase>, string[]]>([
    ['paid', { closing: 'paid' }, ['why.case.closing-paid']],
    ['stopped', { closing: 'cancelled', held: true }, ['why.case.closing-cancelled']],
    ['an incident', { incident: true }, ['why.case.incident']],
    ['held', { held: true }, ['why.case.held']],
    ['held until', { held: true, heldUntil: '2026-04-01' }, ['why.case.held-until']],
    ['a wait', { tokens: [token('time', LATER)] }, ['why.case.time']],
    ['a task', { tokens: [token('task')] }, ['why.case.task']],
    ['two branches', { tokens: [token('task'), token('time', LATER)] }, ['why.case.task', 'why.case.time']],
    ['a message that was settled', { tokens: [token('contact')] }, ['why.case.beginning']],
    ['nothing yet', {}, ['why.case.beginning']],
  ])('%s', (_what, change, expected) => {
    const phrases = explainCase({ ...quiet, ...change });
    expect(phrases.map(({ key }) => key)).toEqual(expected);
    for (const text of phrases) expectSaid(text);
  });

  test.each([
    [{ excluded: true }, 'why.idle.excluded'],
    [{ disputed: true }, 'why.idle.disputed'],
    [{ lastEnd: 'cancelled' }, 'why.idle.ended'],
    [{}, 'why.idle.overdue'],
    [{ isDue: false }, 'why.idle.not-due'],
  ])('an invoice that no case follows: %j', (change, key) => {
    const text = explainIdle({ excluded: false, disputed: false, isDue: true, lastEnd: null, ...change });
    expect(text.key).toBe(key);
    expectSaid(text);
  });
});
