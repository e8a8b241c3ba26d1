import { describe, expect, it } from 'vitest';
import { formats } from '../i18n/formats.ts';
import { translator } from '../i18n/translate.ts';
import { changesBetween } from './changes.ts';
import { completionOf, defaultsOf } from './completion.ts';
import { toggleOwn, type Draft } from './draft.ts';
import { fillLines } from './fill-lines.ts';
import { findObjections } from './find-objections.ts';
import { latenessOf } from './lateness.ts';
import { nextWordsOf, type AheadLine } from './next-words.ts';
import { linesOf, taskAfter } from './task-lines.ts';
import { taskOf } from './testing.ts';

const day = (instant: string) => instant.slice(0, 10);
const draft = (change: Partial<Draft> = {}): Draft => ({
  outcome: 'promised',
  values: { date: '2026-12-15' },
  own: {},
  summary: '',
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

describe('lines', () => {
  const of = (id: string, debtorId: string) =>
    taskOf({ id, debtor: { ...taskOf().debtor, id: debtorId }, debtorName: debtorId });
  const lines = linesOf([of('a', 'd1'), of('b', 'd2'), of('c', 'd1')]);

  it('are one for each debtor, at the place of what is due first, and count each invoice once', () => {
    expect(lines.map(({ id, tasks }) => [id, tasks.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(lines[0]?.amounts).toEqual([{ amount: '300.10', currency: 'EUR' }]);
  });

  it('lead through all of one debtor before the next', () => {
    expect(taskAfter(lines, undefined)).toBe('a');
    expect(taskAfter(lines, 'a')).toBe('c');
    expect(taskAfter(lines, 'c')).toBe('b');
    expect(taskAfter(lines, 'b')).toBe('a');
    expect(taskAfter(lines.slice(1), 'b')).toBeUndefined();
  });
});

describe('what happens next, in words', () => {
  const now = '2026-12-08T09:24:00Z';
  const words = (language: 'fr' | 'en') => ({
    t: translator(language),
    f: formats(language, 'Europe/Paris'),
    language,
    now,
  });
  const call: AheadLine = {
    at: '2026-12-21T16:00:00Z',
    opensAt: '2026-12-17T08:00:00Z',
    text: { key: 'ahead.call', values: { title: 'Broken promise' } },
    invoiceIds: ['i1', 'i2'],
  };
  const recap: AheadLine = {
    at: now,
    text: { key: 'ahead.send-email', values: { label: 'Recap' } },
    invoiceIds: ['i1'],
  };

  it('says until when nothing happens', () => {
    expect(nextWordsOf([call], words('en'))).toEqual([
      { invoiceIds: ['i1', 'i2'], text: 'nothing until 17 Dec, then a call', nextStep: 'a call' },
    ]);
  });

  it('says what leaves at once first, and tells invoices apart', () => {
    expect(nextWordsOf([recap, call], words('fr')).map(({ invoiceIds, text }) => [invoiceIds, text])).toEqual([
      [['i1'], 'l’e-mail «\u00a0Recap\u00a0», puis rien jusqu’au 17 déc., puis un appel'],
      [['i2'], 'rien jusqu’au 17 déc., puis un appel'],
    ]);
  });

  it('says that nothing follows', () => {
    const nothing: AheadLine = { at: null, text: { key: 'ahead.nothing' }, invoiceIds: ['i1'] };
    expect(nextWordsOf([nothing], words('en'))[0]?.text).toBe('nothing more');
    expect(nextWordsOf([], words('en'))).toEqual([]);
  });
});

describe('scripts', () => {
  it('are filled as the call brings what they say', () => {
    const lines = ['Hello.', 'I note {{promise_date}}.', '{{promise_date}}, else {{next_step}}'];
    expect(fillLines(lines, { promise_date: null, next_step: null })).toEqual([{ index: 0, text: 'Hello.' }]);
    expect(fillLines(lines, { promise_date: '15 Dec', next_step: null }).map(({ text }) => text)).toEqual([
      'Hello.',
      'I note 15 Dec.',
    ]);
  });

  it('answer what is typed without its accents, in either language, what was said itself first', () => {
    const { objections } = taskOf();
    expect(findObjections(objections, 'tresor').map(({ id }) => id)).toEqual(['no-cash']);
    expect(findObjections(objections, 'note deliv').map(({ id }) => id)).toEqual(['not-conforming']);
    expect(findObjections(objections, 'banana')).toEqual([]);
    expect(findObjections(objections, ' ')).toHaveLength(2);
  });
});
