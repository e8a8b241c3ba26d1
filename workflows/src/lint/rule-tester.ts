import { expect, test } from 'vitest';
import { MESSAGES, say } from '../messages/index.ts';
import { applyEdit } from '../scenario/edit/apply-edit.ts';
import type { Graph } from '../scenario/scenario.ts';
import { TEST_TEXTS } from '../scenario/support/known-texts.ts';
import type { Finding, Rule } from './finding.ts';
import type { KnownTexts } from './known-texts.ts';
import { lint } from './lint.ts';
import { nodeRules } from './rules/node-rules.ts';

interface RuleTable {
  valid: Record<string, Graph>;
  /** Graphs with the findings of this rule, each at least by what matters. */
  invalid: Record<string, { graph: Graph; findings: Partial<Finding>[] }>;
}

const LANGUAGES = ['fr', 'en'] as const;

/**
 * Tests a rule, or a rule of a node type by its name, against graphs. Every finding must have its words in both languages,
 * and every fix, applied, must take its finding away.
 */
export function testRule(rule: Rule | string, { valid, invalid }: RuleTable, texts: KnownTexts = TEST_TEXTS): void {
  const name = typeof rule === 'string' ? rule : rule.name;
  const find = (graph: Graph): Finding[] =>
    lint(graph, texts, [typeof rule === 'string' ? nodeRules : rule]).filter((finding) => finding.rule === name);

  test.each(Object.entries(valid))('%s', (_name, graph) => {
    expect(find(graph)).toEqual([]);
  });

  test.each(Object.entries(invalid))('%s', (_name, { graph, findings }) => {
    const found = find(graph);
    expect(found).toMatchObject(findings);
    expect(found).toHaveLength(findings.length);
    for (const { message, fix } of found) {
      for (const text of fix === undefined ? [message] : [message, fix.label]) {
        expect(MESSAGES).toHaveProperty([text.key]);
        for (const language of LANGUAGES) expect(say(text, language)).not.toMatch(/[{}]/);
      }
      if (fix !== undefined) expect(find(applyEdit(graph, fix.edit)).length).toBeLessThan(found.length);
    }
  });
}
