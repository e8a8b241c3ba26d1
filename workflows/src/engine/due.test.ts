import { describe, expect, test } from 'vitest';
import type { WaitRule } from '../nodes/runner.ts';
import { dueAt, waitUntil } from './due.ts';
import type { Calendar } from './facts.ts';
import type { Token, Vars } from './state.ts';
import { testFacts } from './support/facts.ts';

const PARIS: Calendar = {
  timeZone: 'Europe/Paris',
  weekend: [6, 7],
  closed: ['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-12-25'],
};

const TOKEN: Token = {
  id: 1,
  scope: 0,
  nodeId: 'wait',
  visit: 1,
  waitingFor: null,
  deadline: null,
  enteredAt: '2026-03-02T10:00:00Z',
  leftPreviousAt: '2026-03-02T10:00:00Z',
};

const VARS: Vars = {
  answers: { call: { date: '2026-03-20', note: 'demain', broken: '2026-02-30' } },
  answerBy: { mail: '2026-03-18' },
};

function rule(changes: Partial<WaitRule> = {}): WaitRule {
  return { delay: { amount: 5, unit: 'day' }, direction: 'after', anchor: 'due-date', time: '09:00', ...changes };
}

function until(dueDate: string, changes: Partial<WaitRule> = {}, calendar = PARIS): string | null {
  return waitUntil(rule(changes), TOKEN, VARS, testFacts({ dueDate, calendar }));
}

describe('calendar days', () => {
  test.each([
    ['an open day stays', '2026-03-04', 5, '2026-03-09T08:00:00.000Z'],
    ['a Saturday moves to Monday', '2026-03-02', 5, '2026-03-09T08:00:00.000Z'],
    ['a holiday after a weekend moves to Tuesday', '2026-03-30', 5, '2026-04-07T07:00:00.000Z'],
    ['no days at all', '2026-03-04', 0, '2026-03-04T08:00:00.000Z'],
    ['over a leap day', '2028-02-28', 1, '2028-02-29T08:00:00.000Z'],
  ])('%s', (_name, dueDate, amount, expected) => {
    expect(until(dueDate, { delay: { amount, unit: 'day' } })).toBe(expected);
  });
});

describe('business days', () => {
  test.each([
    ['one from Friday is Monday', '2026-03-06', 1, '2026-03-09T08:00:00.000Z'],
    ['one from Saturday is Monday', '2026-03-07', 1, '2026-03-09T08:00:00.000Z'],
    ['over a holiday', '2026-04-03', 1, '2026-04-07T07:00:00.000Z'],
    ['over two holidays in one week', '2026-05-07', 5, '2026-05-18T07:00:00.000Z'],
    ['none from a closed day is the next open one', '2026-05-01', 0, '2026-05-04T07:00:00.000Z'],
  ])('%s', (_name, dueDate, amount, expected) => {
    expect(until(dueDate, { delay: { amount, unit: 'business-day' } })).toBe(expected);
  });

  test('counted backwards', () => {
    const before = { direction: 'before', delay: { amount: 3, unit: 'business-day' } } as const;
    expect(until('2026-04-08', before)).toBe('2026-04-02T07:00:00.000Z');
  });
});

test('a day before a date that falls on a closed day moves forward', () => {
  expect(until('2026-03-14', { direction: 'before', delay: { amount: 7, unit: 'day' } })).toBe(
    '2026-03-09T08:00:00.000Z',
  );
});

describe('clock changes', () => {
  const everyDay: Calendar = { timeZone: 'Europe/Paris', weekend: [], closed: [] };
  const none = { delay: { amount: 0, unit: 'day' } } as const;

  test.each([
    ['the same time of day before and after', '2026-03-28', '09:00', '2026-03-28T08:00:00.000Z'],
    ['an hour earlier in UTC once summer time began', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['a time that the change skips comes an hour later', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['a time that the change repeats is the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s', (_name, dueDate, time, expected) => {
    expect(until(dueDate, { ...none, time }, everyDay)).toBe(expected);
  });

  test('in another zone the same date is another instant', () => {
    expect(until('2026-03-09', { ...none }, { ...everyDay, timeZone: 'America/New_York' })).toBe(
      '2026-03-09T13:00:00.000Z',
    );
  });
});

describe('anchors', () => {
  const day = { amount: 1, unit: 'day' } as const;
  const at = (anchor: WaitRule['anchor'], token = TOKEN, lastContactAt: string | null = null): string | null =>
    waitUntil(
      rule({ anchor, delay: day }),
      token,
      VARS,
      testFacts({ issueDate: null, calendar: PARIS, lastContactAt }),
    );

  test('the step before, in the calendar’s zone', () => {
    expect(at('previous-step', { ...TOKEN, leftPreviousAt: '2026-03-02T23:30:00Z' })).toBe('2026-03-04T08:00:00.000Z');
  });

  test('the last contact, else the step before', () => {
    expect(at('last-contact', TOKEN, '2026-02-24T15:00:00Z')).toBe('2026-02-25T08:00:00.000Z');
    expect(at('last-contact')).toBe('2026-03-03T08:00:00.000Z');
  });

  test('the last contact, waited for again, is never before the step before', () => {
    expect(at('last-contact', { ...TOKEN, visit: 2 }, '2026-02-24T15:00:00Z')).toBe('2026-03-03T08:00:00.000Z');
    expect(at('last-contact', { ...TOKEN, visit: 2 }, '2026-03-04T15:00:00Z')).toBe('2026-03-05T08:00:00.000Z');
  });

  test('an answer, and the date that a message gave', () => {
    expect(at({ answer: { nodeId: 'call', field: 'date' } })).toBe('2026-03-23T08:00:00.000Z');
    expect(at({ answerBy: 'mail' })).toBe('2026-03-19T08:00:00.000Z');
  });

  test.each([
    'issue-date' as const,
    { answer: { nodeId: 'call', field: 'note' } },
    { answer: { nodeId: 'call', field: 'broken' } },
    { answer: { nodeId: 'call', field: 'toString' } },
    { answer: { nodeId: 'constructor', field: 'name' } },
    { answerBy: 'elsewhere' },
  ])('nothing is known of %j', (anchor) => {
    expect(at(anchor)).toBeNull();
  });
});

test('a calendar without one open day counts every day', () => {
  const closed: Calendar = { timeZone: 'UTC', weekend: [1, 2, 3, 4, 5, 6, 7], closed: [] };
  expect(until('2026-03-04', { delay: { amount: 2, unit: 'business-day' } }, closed)).toBe('2026-03-06T09:00:00.000Z');
});

describe('work is due at the end of an open day', () => {
  test.each([
    ['within two business days', 2, '2026-03-05T10:00:00Z', '2026-03-09T16:00:00.000Z'],
    ['today', 0, '2026-03-05T10:00:00Z', '2026-03-05T16:00:00.000Z'],
    ['today, after hours', 0, '2026-03-06T16:00:00Z', '2026-03-09T16:00:00.000Z'],
    ['on a holiday', 0, '2026-05-01T10:00:00Z', '2026-05-04T15:00:00.000Z'],
  ])('%s', (_name, amount, now, expected) => {
    expect(dueAt({ amount, unit: 'business-day' }, now, testFacts({ calendar: PARIS }))).toBe(expected);
  });
});
