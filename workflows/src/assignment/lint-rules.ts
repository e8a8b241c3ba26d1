import { FACT_TYPES, type FactName } from '../engine/facts.ts';
import type { Finding } from '../lint/finding.ts';
import { lintCondition, type KnownFacts } from '../lint/lint-condition.ts';
import type { DrawnRule } from './drawn-rule.ts';

/** No step has asked anybody anything yet: only what is known of the invoice and its debtor can be compared. */
const KNOWN: KnownFacts = {
  typeOf: (fact) =>
    Object.hasOwn(FACT_TYPES, fact) ? FACT_TYPES[fact as FactName] : { fault: 'lint.fact-exists.unknown' },
  nameOf: (fact) => (Object.hasOwn(FACT_TYPES, fact) ? { key: `fact.${fact}` } : fact),
  currency: null,
};

/** What is wrong with the conditions of a list; each path begins with the number of its line. */
export function lintRules(rules: readonly DrawnRule[]): Omit<Finding, 'nodeId'>[] {
  return rules.flatMap(({ when }, index) => (when === null ? [] : lintCondition(when, [index, 'when'], KNOWN)));
}
