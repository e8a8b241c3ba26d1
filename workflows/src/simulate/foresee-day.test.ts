import { expect, test } from 'vitest';
import { planOf } from '../engine/support/case.ts';
import { testFacts } from '../engine/support/facts.ts';
import { scenario } from '../scenario/build.ts';
import { foreseeDay } from './foresee-day.ts';
import { NO_POLICY, USUAL_POLICY, type ContactPolicy } from '../policy/contact-policy.ts';
import { serviceSent } from '../policy/support/contacts.ts';
import type { DebtorOutlook, NewCase } from './new-case.ts';

const after = (amount: number) => ({ amount, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' });
const draw = (mode: 'automatic' | 'to-confirm') =>
  planOf(
    scenario()
      .node('start', 'start', 'S')
      .node('w1', 'wait', 'W', after(2))
      .node('first', 'send-email', 'First', { template: 'tone-1', mode })
      .node('w2', 'wait', 'W', after(10))
      .node('second', 'send-email', 'Second', { template: 'tone-2', mode, answerIn: { amount: 8, unit: 'day' } })
      .node('end', 'end', 'E', { reason: 'other' })
      .path('start', 'w1', 'first', 'w2', 'second', 'end')
      .build(),
  );
const PLAN = draw('automatic');
const FROM = '2026-03-03T05:00:00.000Z';
const UNTIL = '2026-03-03T22:59:59.999Z';

function newCase(invoiceId: string, debtorId: string, dueDate: string, changes: Partial<NewCase> = {}): NewCase {
  return {
    invoiceId,
    debtorId,
    entityId: 'sas',
    currency: 'EUR',
    balance: 10_000,
    scenarioId: 'firm',
    plan: PLAN,
    facts: testFacts({ dueDate }),
    ...changes,
  };
}

function outlook(cases: readonly NewCase[], changes: Partial<DebtorOutlook> = {}): DebtorOutlook {
  return {
    reachable: true,
    ref: 'C1',
    kind: 'business',
    quietUntil: null,
    recent: [],
    credits: [],
    invoices: cases.map(({ invoiceId: id, entityId, currency, balance, facts }) => ({
      id,
      entityId,
      currency,
      balance,
      dueDate: facts.dueDate,
      held: false,
    })),
    ...changes,
  };
}

const foresee = (
  cases: readonly NewCase[],
  outlooks: Record<string, Partial<DebtorOutlook>> = {},
  policy: ContactPolicy = NO_POLICY,
) => {
  const ids = [...new Set(cases.map(({ debtorId }) => debtorId))];
  const of = (id: string) =>
    outlook(
      cases.filter(({ debtorId }) => debtorId === id),
      outlooks[id],
    );
  return foreseeDay({ cases, debtors: new Map(ids.map((id) => [id, of(id)])), from: FROM, until: UNTIL, policy });
};

test('what a person is to confirm is asked for that day, although nothing leaves by itself any more', () => {
  const early: ContactPolicy = { ...NO_POLICY, hours: { from: '00:00', until: '01:00' } };
  const cases = [newCase('i1', 'd1', '2026-02-10')];
  expect(foresee(cases, {}, early)).toMatchObject({ messages: 0, later: 1 });
  const asked = cases.map((it) => ({ ...it, plan: draw('to-confirm') }));
  expect(foresee(asked, {}, early)).toMatchObject({ messages: 0, toConfirm: 1, later: 0 });
});

test('what enters before office hours leaves in them, and a full week moves it', () => {
  const cases = [newCase('i1', 'd1', '2026-02-10')];
  const usual = (changes: Partial<DebtorOutlook> = {}) => foresee(cases, { d1: changes }, USUAL_POLICY);
  expect(usual()).toMatchObject({ messages: 1, later: 0 });
  const sent = ['m1', 'm2', 'm3', 'm4'].map((id) => serviceSent(id, '2026-03-01T01:00:00.000Z'));
  expect(usual({ recent: sent.slice(1) })).toMatchObject({ messages: 1, later: 0 });
  expect(usual({ recent: sent })).toMatchObject({ messages: 0, later: 1 });
});

test('fourteen old invoices of one debtor make one message', () => {
  const cases = Array.from({ length: 14 }, (_, index) => newCase(`i${index}`, 'd1', `2026-01-${10 + index}`));
  expect(foresee(cases)).toMatchObject({
    cases: 14,
    messages: 1,
    debtors: 1,
    later: 0,
    lateEntries: [{ scenarioId: 'firm', nodeId: 'second', label: 'Second', cases: 14 }],
  });
});

test('the graver word goes first, and shows the others', () => {
  const cases = [newCase('old', 'd1', '2026-01-10'), newCase('young', 'd1', '2026-02-27')];
  expect(foresee(cases)).toMatchObject({ messages: 1, later: 0, lateEntries: [{ cases: 1 }, { cases: 1 }] });
});

test('a wait that ends that morning counts, one that ends tomorrow does not', () => {
  expect(foresee([newCase('a', 'd1', '2026-03-01')])).toMatchObject({ messages: 1, lateEntries: [] });
  expect(foresee([newCase('a', 'd1', '2026-03-02')])).toMatchObject({ messages: 0, cases: 1 });
});

test('no address, credits that cover, a message of yesterday, an answer: nothing leaves, and each is counted', () => {
  const cases = ['mute', 'rich', 'told', 'quiet'].map((id) => newCase(id, id, '2026-01-10'));
  const told = {
    id: 'm1',
    entityId: 'sas',
    tone: 1,
    minimumDistanceDays: 5,
    handedOverAt: '2026-03-02T08:00:00.000Z',
    answerBy: null,
    invoiceIds: ['another'],
    listedInvoiceIds: [],
  };
  const foreseen = foresee(cases, {
    mute: { reachable: false },
    rich: { credits: [{ entityId: null, currency: 'EUR', amount: 10_000 }] },
    told: { recent: [told] },
    quiet: { quietUntil: '2026-03-06T08:00:00.000Z' },
  });
  expect(foreseen).toMatchObject({ messages: 0, debtors: 0, withoutAddress: 1, coveredByCredits: 1, later: 2 });
});

test('messages that wait for a person are counted apart', () => {
  const cases = [newCase('a', 'd1', '2026-01-10', { plan: draw('to-confirm') })];
  expect(foresee(cases)).toMatchObject({ messages: 0, toConfirm: 1 });
  const asked = (changes: Partial<DebtorOutlook>) => foresee(cases, { d1: changes });
  expect(asked({ reachable: false })).toMatchObject({ toConfirm: 0, withoutAddress: 1 });
  expect(asked({ quietUntil: '2026-03-05T08:00:00.000Z' })).toMatchObject({ toConfirm: 0, later: 1 });
});

test('two companies write two messages, the second once the distance allows it', () => {
  const cases = [newCase('a', 'd1', '2026-01-10'), newCase('b', 'd1', '2026-01-11', { entityId: 'services' })];
  expect(foresee(cases)).toMatchObject({ messages: 1, debtors: 1, later: 1 });
});
