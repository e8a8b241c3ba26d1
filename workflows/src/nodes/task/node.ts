import type { TaskOutcome } from '../../engine/command.ts';
import { delayField } from '../../fields/delay.ts';
import { optional } from '../../fields/field.ts';
import { longTextField } from '../../fields/long-text.ts';
import { outcomesField } from '../../fields/outcomes.ts';
import { textField } from '../../fields/text.ts';
import type { Delay } from '../../plan/plan.ts';
import { defineNode } from '../define-node.ts';

export interface TaskPlan {
  title: string;
  instructions: string | null;
  outcomes: TaskOutcome[];
  dueIn: Delay | null;
}

export const taskNode = defineNode({
  type: 'task',
  phase: 'escalate',
  icon: 'square-check',
  fields: {
    title: textField({ label: 'field.task.title', maxLength: 200 }),
    instructions: optional(longTextField({ label: 'field.task.instructions', maxLength: 500 })),
    outcomes: outcomesField({ label: 'field.task.outcomes', hint: 'hint.task.outcomes', initial: [] }),
    dueIn: optional(delayField({ label: 'field.task.dueIn' })),
  },
  outcomes: [],
  outcomesFrom: '/outcomes',
  isHumanTask: true,
  example: {
    title: 'Vérifier le dossier',
    instructions: 'Relire les échanges avant de décider.',
    outcomes: [
      { id: 'done', label: 'Fait', fields: [{ id: 'date', type: 'date', required: true }] },
      { id: 'impossible', label: 'Impossible', fields: [] },
    ],
    dueIn: { amount: 2, unit: 'business-day' },
  },
  summary: ({ title }) => ({ key: 'summary.task', values: { title } }),
  compile: ({ title, instructions, outcomes, dueIn }): TaskPlan => ({
    title,
    instructions: instructions ?? null,
    outcomes: outcomes.map(({ id, label, fields }) => ({
      id,
      label,
      fields: fields.map(({ id: fieldId, type, required, label: fieldLabel, options }) => ({
        id: fieldId,
        type,
        required,
        ...(fieldLabel === undefined ? {} : { label: fieldLabel }),
        ...(options === undefined ? {} : { options }),
      })),
    })),
    dueIn: dueIn ?? null,
  }),
  answers: ({ outcomes }) => outcomes.flatMap(({ fields }) => fields),
});
