import type { OpenContact } from '@relance/db/queries';
import { expect, test } from 'vitest';
import { obstacleOf } from './guard.ts';

const contact: OpenContact = {
  id: 'c',
  enrolmentId: 'e',
  invoiceId: 'i',
  debtorId: 'd',
  entityId: 'n',
  currency: 'EUR',
  nodeId: 'mail1',
  visit: 1,
  template: 'reminder-1',
  tone: 1,
  recipients: ['billing'],
  answerIn: null,
  minimumDistanceDays: 5,
  status: 'planned',
  reason: null,
  waitingFor: null,
  slotAt: null,
  plannedAt: '2026-03-02T08:00:00.000Z',
  messageId: null,
  enrolmentStatus: 'live',
  closing: null,
  held: false,
  invoiceStatus: 'open',
  balance: 100,
  excluded: false,
  reachable: true,
};

test.each<[string, Partial<OpenContact>, ReturnType<typeof obstacleOf>]>([
  ['nothing', {}, null],
  ['a paid invoice', { invoiceStatus: 'paid', balance: 0, held: true }, { kind: 'drop', reason: 'paid' }],
  ['a balance of zero', { balance: 0 }, { kind: 'drop', reason: 'paid' }],
  ['a credited invoice', { invoiceStatus: 'credited', balance: 0 }, { kind: 'drop', reason: 'credited' }],
  ['a case that is closing', { closing: 'cancelled' }, { kind: 'drop', reason: 'cancelled' }],
  ['a case that has ended', { enrolmentStatus: 'ended' }, { kind: 'drop', reason: 'ended' }],
  ['an excluded debtor', { excluded: true, held: true }, { kind: 'wait', for: 'exclusion' }],
  ['a hold', { held: true, reachable: false }, { kind: 'wait', for: 'hold' }],
  ['no address', { reachable: false }, { kind: 'wait', for: 'address' }],
])('%s', (_what, change, obstacle) => {
  expect(obstacleOf({ ...contact, ...change })).toEqual(obstacle);
});
