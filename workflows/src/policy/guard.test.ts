import { expect, test } from 'vitest';
import { obstacleOf } from './guard.ts';
import { PLANNED } from './support/contacts.ts';
import type { OpenContact, SendingState } from './open-contact.ts';

const NOW = '2026-03-10T08:00:00.000Z';
const GOOD: SendingState = { on: true, stale: false, large: false };

const contact: OpenContact = { ...PLANNED, id: 'c' };

test.each<[string, Partial<OpenContact>, ReturnType<typeof obstacleOf>]>([
  ['nothing', {}, null],
  ['a paid invoice', { invoiceStatus: 'paid', balance: 0, held: true }, { kind: 'drop', reason: 'paid' }],
  ['a balance of zero', { balance: 0 }, { kind: 'drop', reason: 'paid' }],
  ['a credited invoice', { invoiceStatus: 'credited', balance: 0 }, { kind: 'drop', reason: 'credited' }],
  ['a case that is closing', { closing: 'cancelled' }, { kind: 'drop', reason: 'cancelled' }],
  ['a case that has ended', { enrolmentStatus: 'ended' }, { kind: 'drop', reason: 'ended' }],
  ['an excluded debtor', { excluded: true, held: true }, { kind: 'wait', for: 'exclusion' }],
  ['a hold', { held: true, reachable: false }, { kind: 'wait', for: 'hold' }],
  ['a dispute', { disputed: true, reachable: false }, { kind: 'wait', for: 'dispute' }],
  ['no address', { reachable: false }, { kind: 'wait', for: 'address' }],
  [
    'an answer of the debtor',
    { quietUntil: '2026-03-12T08:00:00.000Z' },
    { kind: 'later', until: '2026-03-12T08:00:00.000Z', reason: 'answered' },
  ],
  ['an answer long ago', { quietUntil: NOW }, null],
])('%s', (_what, change, obstacle) => {
  expect(obstacleOf({ ...contact, ...change }, GOOD, NOW)).toEqual(obstacle);
});

test.each<[string, Partial<OpenContact>, Partial<SendingState>, ReturnType<typeof obstacleOf>]>([
  ['sending is off', { confirmed: true }, { on: false }, { kind: 'wait', for: 'sending' }],
  ['an old ledger', {}, { stale: true, large: true }, { kind: 'wait', for: 'stale' }],
  ['a large batch', {}, { large: true }, { kind: 'wait', for: 'batch' }],
  ['what a person has read passes', { confirmed: true }, { stale: true, large: true }, null],
  ['facts about the invoice come first', { balance: 0 }, { on: false }, { kind: 'drop', reason: 'paid' }],
])('%s', (_what, change, state, obstacle) => {
  expect(obstacleOf({ ...contact, ...change }, { ...GOOD, ...state }, NOW)).toEqual(obstacle);
});
