import { describe, expect, test } from 'vitest';
import { planOf } from '../engine/support/case.ts';
import { testFacts } from '../engine/support/facts.ts';
import type { Facts } from '../engine/facts.ts';
import { scenario } from '../scenario/build.ts';
import { assign, type AssignmentRules } from './assign.ts';
import { compileRules, drawnRulesSchema, drawRules, type DrawnRule } from './drawn-rule.ts';
import { lintRules } from './lint-rules.ts';
import { matchRule } from './match-rule.ts';
import { mayEnter } from './may-enter.ts';
import { nextRun } from './next-run.ts';
import { NO_RULES, scenariosOf, type AssignmentRule } from './rule.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const to = (scenarioId: string): AssignmentRule['then'] => ({ kind: 'scenario', scenarioId });
const REST: DrawnRule = { id: 'default', name: '', when: null, then: { kind: 'none' } };
const DRAWN: DrawnRule[] = [
  {
    id: 'never',
    name: 'Amis',
    when: { fact: 'account.ref', op: 'in', value: ['C7', 'C8'] },
    then: { kind: 'never-contact' },
  },
  {
    id: 'large',
    name: '',
    when: {
      all: [
        { fact: 'invoice.balance', op: '>=', value: eur('1000.00') },
        { fact: 'debtor.kind', op: '=', value: 'business' },
      ],
    },
    then: to('firm'),
  },
  {
    id: 'entity',
    name: '',
    when: {
      any: [
        { fact: 'entity.name', op: '=', value: 'Exemple SAS' },
        { fact: 'debtor.segment', op: 'known' },
      ],
    },
    then: to('soft'),
  },
  REST,
];
const RULES = compileRules(DRAWN);
const facts = (values: Partial<Facts['values']>): Facts => testFacts({ values });

describe('the first line that takes an invoice decides', () => {
  const small = { amount: 99_999, currency: 'EUR' };
  test.each<[string, Partial<Facts['values']>, string]>([
    ['the first one, whatever comes after', { 'account.ref': 'C8' }, 'never'],
    ['all parts hold', {}, 'large'],
    ['one part does not', { 'debtor.kind': 'public' }, 'entity'],
    ['just below', { 'invoice.balance': small }, 'entity'],
    ['another currency is not comparable', { 'invoice.balance': { amount: 900_000, currency: 'USD' } }, 'entity'],
    ['any part holds', { 'invoice.balance': small, 'entity.name': 'Autre', 'debtor.segment': 'A' }, 'entity'],
    ['the rest', { 'invoice.balance': small, 'entity.name': 'Autre' }, 'default'],
  ])('%s', (_, values, id) => {
    expect(matchRule(RULES, facts(values))?.id).toBe(id);
  });

  test('a scenario that it has been through to its due date leaves it to the lines after it', () => {
    expect(matchRule(RULES, facts({}), ['firm'])?.id).toBe('entity');
    expect(matchRule(RULES, facts({}), ['firm', 'soft'])?.id).toBe('default');
  });

  test('an empty list and the list of an organisation that has none take nothing', () => {
    expect(matchRule([], facts({}))).toBeNull();
    expect(matchRule(NO_RULES, facts({}))?.then).toEqual({ kind: 'none' });
  });

  test('the scenarios of a list are named once', () => {
    expect(scenariosOf([...RULES, ...RULES])).toEqual(['firm', 'soft']);
  });
});

describe('a list as people write it', () => {
  test('goes in and comes back the same', () => {
    expect(drawnRulesSchema.parse(DRAWN)).toEqual(DRAWN);
    expect(drawRules(RULES)).toEqual(DRAWN);
  });

  test.each<[string, unknown]>([
    ['no line', []],
    ['two lines of one id', [{ ...DRAWN[0], id: 'default' }, REST]],
    ['a last line with a condition', [DRAWN[0]]],
    ['another line without one', [REST, { ...REST, id: 'other' }]],
    ['an unknown member', [{ ...REST, mood: 1 }]],
    ['an unknown target', [{ ...REST, then: { kind: 'everywhere' } }]],
    ['an id that is no word', [{ ...REST, id: 'Ä b' }]],
    [
      'a hundred and one lines',
      [...Array.from({ length: 100 }, (_, index) => ({ ...DRAWN[0], id: `r${index}` })), REST],
    ],
  ])('refuses %s', (_, rules) => {
    expect(drawnRulesSchema.safeParse(rules).success).toBe(false);
  });

  test('conditions compare what is known of an invoice nobody follows with values of its kind', () => {
    const found = (when: DrawnRule['when']) =>
      lintRules([{ ...REST, id: 'a', when }, REST]).map(({ rule, path }) => `${rule} ${path?.join('.')}`);
    expect(lintRules(DRAWN)).toEqual([]);
    expect(found({ fact: 'answer.call.date', op: 'known' })).toEqual(['fact-exists 0.when.fact']);
    expect(found({ all: [{ fact: 'debtor.mood', op: 'known' }] })).toEqual(['fact-exists 0.when.all.0.fact']);
    expect(found({ fact: 'debtor.kind', op: '>', value: 'a' })).toEqual(['fact-operator 0.when.op']);
    expect(found({ fact: 'invoice.daysUntilDue', op: '>', value: 'a' })).toEqual(['fact-value 0.when.value']);
    expect(found({ fact: 'invoice.balance', op: '>', value: { amount: '1', currency: 'USD' } })).toEqual([]);
  });
});

describe('the next morning', () => {
  test.each([
    ['later the same day', '2026-03-02T04:59:59.999Z', 'Europe/Paris', '2026-03-02T05:00:00.000Z'],
    ['at six it is the next day’s', '2026-03-02T05:00:00.000Z', 'Europe/Paris', '2026-03-03T05:00:00.000Z'],
    ['clocks go forward', '2026-03-28T12:00:00.000Z', 'Europe/Paris', '2026-03-29T04:00:00.000Z'],
    ['clocks go back', '2026-10-24T12:00:00.000Z', 'Europe/Paris', '2026-10-25T05:00:00.000Z'],
    ['a day ahead of Greenwich', '2026-03-02T18:00:00.000Z', 'Pacific/Auckland', '2026-03-03T17:00:00.000Z'],
    ['a day that a zone skipped', '2011-12-29T20:00:00.000Z', 'Pacific/Apia', '2011-12-30T16:00:00.000Z'],
  ])('%s', (_, now, zone, next) => {
    expect(nextRun(now, zone)).toBe(next);
  });
});

const wait = (amount: number, direction: 'before' | 'after', anchor = 'due-date') => ({
  amount,
  unit: 'day',
  direction,
  anchor,
  time: '09:00',
});
const ending = (days: number, direction: 'before' | 'after', anchor?: string) =>
  planOf(
    scenario()
      .node('start', 'start', 'S')
      .node('w', 'wait', 'W', wait(days, direction, anchor))
      .node('m', 'send-email', 'M', { template: 'tone-0' })
      .node('end', 'end', 'E', { reason: 'other' })
      .path('start', 'w', 'm', 'end')
      .build(),
  );

describe('when an invoice may enter', () => {
  const due = testFacts({ dueDate: '2026-01-31', issueDate: '2026-01-01' });
  test.each([
    ['before, where the first step lies before the due date', ending(7, 'before'), '2026-01-02', true],
    ['not before, where it lies after', ending(1, 'after'), '2026-01-30', false],
    ['not before, where it is that day', ending(0, 'after'), '2026-01-30', false],
    ['from the due date on', ending(1, 'after'), '2026-01-31', true],
    ['long after', ending(1, 'after'), '2026-06-30', true],
    ['before, where it counts from the date of the invoice', ending(3, 'after', 'issue-date'), '2026-01-02', true],
    ['not before, where no date says when', ending(3, 'after', 'previous-step'), '2026-01-02', false],
  ])('%s', (_, plan, day, may) => {
    expect(mayEnter(plan, due, `${day}T08:00:00.000Z`)).toBe(may);
  });
});

describe('what a list makes of an invoice', () => {
  const plan = ending(1, 'after');
  const rules: AssignmentRules = {
    rules: RULES,
    plans: new Map([['firm', { versionId: 'v1', plan }]]),
    fallback: { country: 'FR', timeZone: 'Europe/Paris' },
    now: '2026-02-10T08:00:00.000Z',
  };
  const candidate = (values: Partial<Facts['values']>, endedDueIn: string[] = []) => ({
    factsWith: () => facts(values),
    endedDueIn,
  });

  test('it enters the version in use, with facts that know its calendar', () => {
    expect(assign(candidate({}), rules)).toMatchObject({
      kind: 'enter',
      scenarioId: 'firm',
      published: { versionId: 'v1' },
      rule: { id: 'large' },
    });
    const asked: unknown[] = [];
    const factsWith = (fallback: unknown) => {
      asked.push(fallback);
      return facts({});
    };
    assign({ factsWith, endedDueIn: [] }, { ...rules, fallback: { country: 'BE', timeZone: 'Europe/Brussels' } });
    expect(asked).toEqual([
      { country: 'BE', timeZone: 'Europe/Brussels' },
      { country: plan.settings.calendar, timeZone: plan.settings.timeZone },
    ]);
  });

  test('before its due date it waits, never contact is never, and what has no plan goes nowhere', () => {
    const early = { ...rules, now: '2026-01-10T08:00:00.000Z' };
    expect(assign(candidate({}), early)).toMatchObject({ kind: 'not-yet', scenarioId: 'firm' });
    expect(assign(candidate({ 'account.ref': 'C7' }), rules)).toMatchObject({ kind: 'never-contact' });
    expect(assign(candidate({}, ['firm']), rules)).toMatchObject({ kind: 'uncovered', rule: { id: 'entity' } });
    expect(assign(candidate({}), { ...rules, rules: [] })).toEqual({ kind: 'uncovered', rule: null });
  });
});
