import { describe, expect, test } from 'vitest';
import { compile } from '../../compile/compile.ts';
import type { KnownTexts } from '../../lint/known-texts.ts';
import { lint } from '../../lint/lint.ts';
import { applyEdit } from '../edit/apply-edit.ts';
import { consumerScenario } from './consumer.ts';
import { exportScenario } from './export.ts';
import { firmScenario } from './firm.ts';
import { inEnglish, untranslated } from './in-english.ts';
import { keyAccountScenario } from './key-account.ts';
import { preventiveScenario } from './preventive.ts';
import { publicBuyerScenario } from './public-buyer.ts';
import { smallBalanceScenario } from './small-balance.ts';
import { softScenario } from './soft.ts';

const template = (id: string, tone: 0 | 1 | 2 | 3, variables: string[] = []): KnownTexts['templates'][number] => ({
  id,
  tone,
  languages: ['fr', 'en'],
  variables,
});

const TEXTS: KnownTexts = {
  templates: [
    template('preventive', 0),
    template('reminder-1', 1),
    template('reminder-2', 2, ['answer_by_date']),
    template('before-formal-notice', 3, ['answer_by_date']),
    template('call-recap', 0),
  ],
  scripts: [{ id: 'first-call' }, { id: 'broken-promise' }],
  variables: ['answer_by_date'],
};

describe.each([
  ['firm', firmScenario()],
  ['small-balance', smallBalanceScenario()],
  ['preventive', preventiveScenario()],
  ['key-account', keyAccountScenario()],
  ['public-buyer', publicBuyerScenario()],
  ['consumer', consumerScenario()],
  ['export', exportScenario()],
])('%s', (_name, graph) => {
  test('has no finding', () => {
    expect(lint(graph, TEXTS)).toEqual([]);
  });

  test('reads in English too, as the same drawing', () => {
    expect(untranslated(graph)).toEqual([]);
    const english = inEnglish(graph);
    expect(lint(english, TEXTS)).toEqual([]);
    expect(english.nodes.map(({ id, position }) => ({ id, position }))).toEqual(
      graph.nodes.map(({ id, position }) => ({ id, position })),
    );
    expect(english.edges).toEqual(graph.edges);
    expect(english).not.toEqual(graph);
  });

  test('compiles', () => {
    expect(compile(graph, TEXTS).plan?.start).toBe('start');
  });
});

describe('the soft scenario', () => {
  const graph = softScenario();

  test('is a draft with two findings, each with its mend', () => {
    const findings = lint(graph, TEXTS);
    expect(findings.map(({ rule, severity, nodeId }) => [rule, severity, nodeId])).toEqual([
      ['outcome-connected', 'error', 'sales'],
      ['answer-in', 'warning', 'reminder-2'],
    ]);
    const mended = findings.reduce((drawn, { fix }) => (fix ? applyEdit(drawn, fix.edit) : drawn), graph);
    expect(lint(mended, TEXTS)).toEqual([]);
    expect(compile(mended, TEXTS).plan?.start).toBe('start');
  });

  test('reads in English too', () => {
    expect(untranslated(graph)).toEqual([]);
  });
});
