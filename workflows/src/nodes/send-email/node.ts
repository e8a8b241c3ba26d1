import { choiceField } from '../../fields/choice.ts';
import { delayField } from '../../fields/delay.ts';
import { optional } from '../../fields/field.ts';
import { multiChoiceField } from '../../fields/multi-choice.ts';
import { templateField } from '../../fields/template.ts';
import type { Tone } from '../../engine/command.ts';
import type { Delay } from '../../plan/plan.ts';
import { defineNode } from '../define-node.ts';
import { ANSWER_BY_VARIABLE, DEFAULT_ANSWER_IN, lintSendEmail } from './lint.ts';

export interface SendEmailPlan {
  template: string;
  tone: Tone;
  recipients: string[];
  mode: 'automatic' | 'to-confirm';
  answerIn: Delay | null;
}

/** Roles of a debtor's contact persons; `billing` is the one that an import fills. */
const RECIPIENTS = ['billing', 'accounting', 'management', 'purchasing'] as const;

export const sendEmailNode = defineNode({
  type: 'send-email',
  phase: 'remind',
  icon: 'mail',
  fields: {
    template: templateField({ label: 'field.send-email.template' }),
    recipients: optional(
      multiChoiceField({
        label: 'field.send-email.recipients',
        ids: RECIPIENTS,
        options: 'recipient',
        least: 1,
        initial: ['billing'],
      }),
    ),
    mode: optional(
      choiceField({
        label: 'field.send-email.mode',
        ids: ['automatic', 'to-confirm'],
        options: 'mode',
        initial: 'to-confirm',
      }),
      'automatic',
    ),
    answerIn: optional(delayField({ label: 'field.send-email.answerIn', hint: 'hint.send-email.answerIn' })),
  },
  outcomes: [{ id: 'next', label: 'outcome.next' }],
  example: {
    template: 'reminder-1',
    recipients: ['billing'],
    mode: 'automatic',
    answerIn: { amount: 8, unit: 'day' },
  },
  summary: ({ template, mode }) => ({
    key: `summary.send-email.${mode ?? 'automatic'}`,
    values: { template: { key: `template.${template}` } },
  }),
  compile({ template, recipients, mode, answerIn }, { templates }): SendEmailPlan {
    const known = templates.find(({ id }) => id === template);
    if (known === undefined) throw new RangeError(`No template ${template}: lint before compiling`);
    return {
      template,
      tone: known.tone,
      recipients: recipients ?? ['billing'],
      mode: mode ?? 'automatic',
      answerIn: answerIn ?? (known.variables.includes(ANSWER_BY_VARIABLE) ? DEFAULT_ANSWER_IN : null),
    };
  },
  template: ({ template }) => template,
  givesAnswerBy: ({ answerIn }) => answerIn !== undefined,
  lint: lintSendEmail,
});
