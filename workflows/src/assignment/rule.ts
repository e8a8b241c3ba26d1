import type { Condition } from '../plan/condition.ts';

/** Where the invoices go that a line takes. */
export type RuleTarget = { kind: 'scenario'; scenarioId: string } | { kind: 'never-contact' } | { kind: 'none' };

/** One line of the list: where its condition holds, the scenario takes the invoice, or nobody is ever contacted. */
export interface AssignmentRule {
  /** Kept through all versions. */
  id: string;
  name: string;
  /** Null: whatever no line before has taken. */
  when: Condition | null;
  then: RuleTarget;
}

/** The list of an organisation that has none: nothing is put anywhere. */
export const NO_RULES: readonly AssignmentRule[] = [{ id: 'default', name: '', when: null, then: { kind: 'none' } }];

/** The scenarios that a list names, once each. */
export function scenariosOf(rules: readonly AssignmentRule[]): string[] {
  return [...new Set(rules.flatMap(({ then }) => (then.kind === 'scenario' ? [then.scenarioId] : [])))];
}
