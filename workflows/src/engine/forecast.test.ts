import { describe, expect, test } from 'vitest';
import { STANDARD_TEXTS } from '../lint/standard-texts.ts';
import { compile } from '../compile/compile.ts';
import { say } from '../messages/index.ts';
import { firmScenario } from '../scenario/reference/firm.ts';
import type { Ahead } from './ahead.ts';
import { forecast } from './forecast.ts';
import { preview } from './preview.ts';
import { TestCase } from './support/case.ts';
import { testFacts } from './support/facts.ts';

const { plan } = compile(firmScenario(), STANDARD_TEXTS);
if (plan === null) throw new Error('The reference scenario has errors');
const firm = plan;

const words = (ahead: Ahead[]): string[] =>
  ahead.map(({ at, what }) => `${at?.slice(0, 10) ?? '-'} ${say(what, 'en')}`);

function story(): TestCase {
  const facts = testFacts({ dueDate: '2026-01-30', values: { 'invoice.daysOverdue': -20 } });
  return new TestCase(firm, '2026-01-09T10:00:00.000Z', facts);
}

function ahead({ state, facts, now }: TestCase, limit?: number): string[] {
  return state === null ? [] : words(forecast(firm, state, facts, now, limit));
}

describe('forecast', () => {
  test('follows the path on which nobody pays and nobody answers', () => {
    expect(ahead(story(), 6)).toEqual([
      '2026-01-23 E-mail: Avant l’échéance',
      '2026-02-02 E-mail: Relance 1',
      '2026-02-09 E-mail: Relance 2',
      '2026-02-17 Call: Premier appel',
      '2026-02-20 Call: Nouvel appel',
      '2026-03-02 E-mail: Dernier rappel',
    ]);
  });

  test('begins with what is open now', () => {
    expect(ahead(story().pass(), 2)).toEqual(['2026-01-23 E-mail: Avant l’échéance', '2026-02-02 E-mail: Relance 1']);
    const calling = story().happen('move', { nodeId: 'call' });
    expect(ahead(calling, 1)).toEqual(['2026-01-13 Call: Premier appel']);
  });

  test('says when a hold ends, and nothing when it does not', () => {
    const held = story().happen('held', { until: '2026-02-20', untilAt: '2026-02-19T23:00:00.000Z' });
    expect(ahead(held, 2)).toEqual(['2026-02-19 The follow-up resumes', '2026-02-19 E-mail: Avant l’échéance']);
    expect(ahead(story().happen('held', { until: null, untilAt: null }))).toEqual([]);
  });

  test('is empty once the case has ended', () => {
    expect(ahead(story().happen('cancelled', {}))).toEqual([]);
  });
});

describe('preview of an outcome', () => {
  const calling = story().happen('move', { nodeId: 'call' });
  const { state, facts, now } = calling;
  const after = (outcome: string, values = {}): string[] =>
    state === null ? [] : words(preview(firm, state, { nodeId: 'call', visit: 1, outcome, values }, facts, now));

  test('up to the next work for a person', () => {
    expect(after('promised', { date: '2026-01-20' })).toEqual([
      '2026-01-09 E-mail: Récapitulatif de l’appel',
      '2026-01-22 Call: Promesse non tenue',
    ]);
    expect(after('no-answer')).toEqual(['2026-01-14 Call: Nouvel appel']);
    expect(after('disputed', { reason: 'price' })).toEqual(['2026-01-16 Task: Traiter le litige']);
  });

  test('says nothing of a task that is no longer awaited', () => {
    if (state === null) throw new Error('no state');
    expect(preview(firm, state, { nodeId: 'call', visit: 9, outcome: 'promised', values: {} }, facts, now)).toEqual([]);
  });

  test('an end is said with its reason', () => {
    const found = story().happen('move', { nodeId: 'find-payment' });
    if (found.state === null) throw new Error('no state');
    const completion = { nodeId: 'find-payment', visit: 1, outcome: 'found', values: {} };
    expect(words(preview(firm, found.state, completion, found.facts, found.now))).toEqual([
      '2026-01-09 End of the follow-up: settled',
    ]);
  });
});
