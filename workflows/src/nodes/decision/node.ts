import { branchesField } from '../../fields/branches.ts';
import { compileCondition } from '../../fields/condition.ts';
import type { Condition } from '../../plan/condition.ts';
import { defineNode } from '../define-node.ts';
import { lintDecision } from './lint.ts';

export interface DecisionPlan {
  branches: { id: string; when: Condition }[];
}

export const decisionNode = defineNode({
  type: 'decision',
  phase: 'logic',
  icon: 'split',
  fields: {
    branches: branchesField({ label: 'field.decision.branches', hint: 'hint.decision.branches', initial: [] }),
  },
  outcomes: [{ id: 'else', label: 'outcome.else' }],
  outcomesFrom: '/branches',
  example: {
    branches: [
      {
        id: 'large',
        label: 'Montant élevé',
        when: { all: [{ fact: 'invoice.balance', op: '>=', value: { amount: '1000.00', currency: 'EUR' } }] },
      },
    ],
  },
  summary: ({ branches }) => ({ key: 'summary.decision', values: { count: branches.length } }),
  compile: ({ branches }): DecisionPlan => ({
    branches: branches.map(({ id, when }) => ({ id, when: compileCondition(when) })),
  }),
  lint: lintDecision,
});
