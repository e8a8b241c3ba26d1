import type { TaskOutcome } from '../../engine/command.ts';
import { booleanField } from '../../fields/boolean.ts';
import { delayField } from '../../fields/delay.ts';
import { optional } from '../../fields/field.ts';
import { scriptField } from '../../fields/script.ts';
import type { Delay } from '../../plan/plan.ts';
import { defineNode } from '../define-node.ts';
import { lintCall } from './lint.ts';
import { CALL_OUTCOMES } from './outcomes.ts';

export interface CallPlan {
  script: string;
  dueIn: Delay;
  branchWhenOverdue: boolean;
  outcomes: TaskOutcome[];
}

const DEFAULT_DUE: Delay = { amount: 2, unit: 'business-day' };

export const callNode = defineNode({
  type: 'call',
  phase: 'talk',
  icon: 'phone',
  fields: {
    script: scriptField({ label: 'field.call.script' }),
    dueIn: optional(delayField({ label: 'field.call.dueIn', hint: 'hint.call.dueIn', initial: DEFAULT_DUE })),
    branchWhenOverdue: optional(
      booleanField({ label: 'field.call.branchWhenOverdue', hint: 'hint.call.branchWhenOverdue' }),
    ),
  },
  outcomes: [
    ...CALL_OUTCOMES.map(({ id, label }) => ({ id, label })),
    { id: 'overdue', label: 'outcome.overdue', onlyWith: 'branchWhenOverdue' },
  ],
  isHumanTask: true,
  example: { script: 'first-call', dueIn: { amount: 2, unit: 'business-day' } },
  summary: ({ dueIn }) => {
    const { amount, unit } = dueIn ?? DEFAULT_DUE;
    return { key: 'summary.call', values: { delay: { key: `delay.${unit}`, values: { count: amount } } } };
  },
  compile: ({ script, dueIn, branchWhenOverdue }): CallPlan => ({
    script,
    dueIn: dueIn ?? DEFAULT_DUE,
    branchWhenOverdue: branchWhenOverdue ?? false,
    outcomes: CALL_OUTCOMES,
  }),
  answers: () => CALL_OUTCOMES.flatMap(({ fields }) => fields),
  lint: lintCall,
});
