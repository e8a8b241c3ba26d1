import type { Facts } from '../engine/facts.ts';
import { holds } from '../engine/holds.ts';
import { newState } from '../engine/new-state.ts';
import type { AssignmentRule } from './rule.ts';

/**
 * The first line that takes an invoice; null when the list has none for it. A scenario that this invoice has been through
 * to its due date does not take it again: the lines after it do.
 */
export function matchRule(
  rules: readonly AssignmentRule[],
  facts: Facts,
  endedDueIn: readonly string[] = [],
): AssignmentRule | null {
  const { vars } = newState();
  return (
    rules.find(({ when, then }) => {
      if (then.kind === 'scenario' && endedDueIn.includes(then.scenarioId)) return false;
      return when === null || holds(when, facts, vars);
    }) ?? null
  );
}
