import { expect, test } from 'vitest';
import { TEST_TEXTS } from '../scenario/support/known-texts.ts';
import type { Rule } from './finding.ts';
import { lint } from './lint.ts';
import { message } from './message.ts';
import { around, clean } from './support/drawings.ts';

const broken: Rule = {
  name: 'broken',
  check() {
    throw new Error('oups');
  },
};

test('a clean drawing has no finding', () => {
  expect(lint(clean().build(), TEST_TEXTS)).toEqual([]);
});

test('a rule that throws becomes an error and stops no other', () => {
  const findings = lint(clean().build(), TEST_TEXTS, [
    broken,
    { name: 'ok', check: () => [{ severity: 'info', message: { key: 'lint.reachable' } }] },
  ]);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['broken', 'error'],
    ['ok', 'info'],
  ]);
});

test('the gravest come first', () => {
  const graph = around('send-email', { template: 'tone-3' }).build();
  expect(lint(graph, TEST_TEXTS).map(({ severity }) => severity)).toEqual([
    'error',
    'error',
    'warning',
    'info',
    'info',
  ]);
});

test('speaks both languages', () => {
  const finding = { message: { key: 'lint.outcome-connected', values: { outcome: { key: 'outcome.no-answer' } } } };
  expect(message(finding, 'fr')).toBe(
    'L’issue «\u00a0Sans réponse\u00a0» ne mène nulle part\u00a0: le suivi ne saurait pas continuer.',
  );
  expect(message(finding, 'en')).toBe(
    'The outcome “No answer” leads nowhere: the follow-up would not know how to go on.',
  );
});
