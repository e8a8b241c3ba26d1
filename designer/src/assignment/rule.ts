import type { Outputs } from '../api.ts';

export type Assignment = Outputs['assignment']['get'];
export type Rule = Assignment['rules'][number];
export type RuleTarget = Rule['then'];
export type Preview = Outputs['assignment']['preview'];
export type RuleCounts = Preview['rules'][number];
export type Gathered = Preview['uncovered'];

/** A scenario that rules may name. */
export interface ScenarioOption {
  id: string;
  name: string;
  published: boolean;
}

/** A fresh line: it takes overdue invoices and puts them nowhere until somebody says where. */
export function newRule(): Rule {
  return {
    id: `rule-${crypto.randomUUID().slice(0, 8)}`,
    name: '',
    when: { fact: 'invoice.daysOverdue', op: '>=', value: 1 },
    then: { kind: 'none' },
  };
}
