import { expect, test } from 'vitest';
import { NO_POLICY } from './contact-policy.ts';
import { READABLE_BATCH, sendingState, type SendingFacts } from './sending.ts';

const NOW = '2026-03-09T08:00:00.000Z';
const facts: SendingFacts = {
  sending: true,
  staleAfterHours: 72,
  ledgerAt: '2026-03-06T16:00:00.000Z',
  batchFactor: 3,
  today: 0,
  usual: 30,
  policy: NO_POLICY,
};

test('what was imported on Friday afternoon is fresh on Monday morning', () => {
  expect(sendingState(facts, NOW)).toEqual({ on: true, stale: false, large: false });
});

test.each<[string, Partial<SendingFacts>, boolean]>([
  ['exactly as old as allowed', { ledgerAt: '2026-03-06T08:00:00.000Z' }, false],
  ['a moment older', { ledgerAt: '2026-03-06T07:59:59.999Z' }, true],
  ['nothing was ever imported', { ledgerAt: null }, true],
  ['no limit is set', { ledgerAt: null, staleAfterHours: null }, false],
])('an old ledger: %s', (_what, change, stale) => {
  expect(sendingState({ ...facts, ...change }, NOW).stale).toBe(stale);
});

test.each<[string, Partial<SendingFacts>, boolean]>([
  ['three times the usual', { today: 90 }, false],
  ['one more', { today: 91 }, true],
  ['what can be read through, on the first day', { today: READABLE_BATCH, usual: null }, false],
  ['more than that, on the first day', { today: READABLE_BATCH + 1, usual: null }, true],
  ['no factor is set', { today: 10_000, batchFactor: null }, false],
])('a large batch: %s', (_what, change, large) => {
  expect(sendingState({ ...facts, ...change }, NOW).large).toBe(large);
});
