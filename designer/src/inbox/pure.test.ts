import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';
import { completionOf, defaultsOf } from './completion.ts';
import { toggleOwn, type Draft } from './draft.ts';
import { latenessOf } from './lateness.ts';
import { taskOf } from './testing.ts';

const day = (instant: string) => instant.slice(0, 10);
const draft = (change: Partial<Draft> = {}): Draft => ({
  outcome: 'promised',
  values: { date: '2026-12-15' },
  own: {},
  ...change,
});

describe('lateness', () => {
  it('is counted in days of the organisation', () => {
    const now = '2026-12-08T09:00:00Z';
    expect(latenessOf('2026-12-08T08:59:00Z', now, day)).toBe('late');
    expect(latenessOf('2026-12-08T17:00:00Z', now, day)).toBe('today');
    expect(latenessOf('2026-12-09T17:00:00Z', now, day)).toBe('tomorrow');
    expect(latenessOf('2026-12-10T17:00:00Z', now, day)).toBe('later');
    expect(latenessOf(null, now, day)).toBe('none');
  });
});

describe('a completion', () => {
  const task = taskOf();

  it('promises the whole balance until somebody types an amount', () => {
    expect(completionOf(task, draft())).toEqual({
      outcome: 'promised',
      values: { date: '2026-12-15', amount: { amount: '300.10', currency: 'EUR' } },
    });
    expect(completionOf(task, draft({ values: { date: '2026-12-15', amount: '50.00' } }))).toMatchObject({
      values: { amount: { amount: '50.00', currency: 'EUR' } },
    });
  });

  it('lacks an outcome, then what the outcome asks for', () => {
    expect(completionOf(task, draft({ outcome: null }))).toEqual({ kind: 'outcome' });
    expect(completionOf(task, draft({ values: {} }))).toEqual({ kind: 'fields' });
    expect(completionOf(task, draft({ values: { date: '2026-12-15', amount: null } }))).toEqual({ kind: 'fields' });
  });

  it('gives an invoice its own ending, which the promise then leaves out', () => {
    const apart = toggleOwn(draft(), 'i2');
    expect(defaultsOf(task, apart)).toEqual({ amount: '100.00' });
    expect(completionOf(task, apart)).toEqual({ kind: 'own', invoice: 'FA-2' });
    const disputed = { outcome: 'disputed', values: { reason: 'price' } };
    expect(completionOf(task, { ...apart, own: { i2: disputed } })).toMatchObject({
      values: { amount: { amount: '100.00' } },
      exceptions: [{ invoiceId: 'i2', outcome: 'disputed', values: { reason: 'price' } }],
    });
    expect(toggleOwn(apart, 'i2')).toEqual(draft());
  });

  it('leaves out the endings of invoices that have left the task', () => {
    const paid = { ...task, invoices: task.invoices.slice(0, 1) };
    const own = { i2: { outcome: 'disputed', values: {} } };
    expect(completionOf(paid, draft({ own }))).not.toHaveProperty('exceptions');
  });
});

describe('changes of a task', () => {
  const task = taskOf();
  it('are what people must know before they finish', () => {
    expect(changesBetween(task, task, 'me')).toEqual([]);
    expect(changesBetween(task, taskOf({ rev: 2, status: 'claimed', assignee: 'karim' }), 'me')).toEqual([
      { kind: 'claimed', by: 'karim' },
    ]);
    expect(changesBetween(task, taskOf({ rev: 2, invoices: task.invoices.slice(1) }), 'me')).toEqual([
      { kind: 'left', invoice: 'FA-1' },
    ]);
    expect(changesBetween(task, taskOf({ rev: 2, status: 'done' }), 'me')).toEqual([{ kind: 'closed' }]);
  });
  it('are none when one has taken the task oneself', () =>
    expect(changesBetween(task, taskOf({ rev: 2, status: 'claimed', assignee: 'me' }), 'me')).toEqual([]));
});
