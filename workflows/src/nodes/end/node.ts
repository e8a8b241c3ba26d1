import type { EndReason } from '../../engine/command.ts';
import { choiceField } from '../../fields/choice.ts';
import { optional } from '../../fields/field.ts';
import { defineNode } from '../define-node.ts';

export interface EndPlan {
  reason: EndReason;
  ends: 'case' | 'branch';
}

const REASONS = ['settled', 'credited', 'written-off', 'handed-over', 'insolvency', 'due', 'other'] as const;

export const endNode = defineNode({
  type: 'end',
  phase: 'close',
  icon: 'flag',
  fields: {
    reason: choiceField({ label: 'field.end.reason', ids: REASONS, options: 'end-reason', initial: 'settled' }),
    ends: optional(choiceField({ label: 'field.end.ends', ids: ['case', 'branch'], options: 'ends', initial: 'case' })),
  },
  outcomes: [],
  example: { reason: 'settled', ends: 'case' },
  summary: ({ reason }) => ({ key: 'summary.end', values: { reason: { key: `end-reason.${reason}` } } }),
  compile: ({ reason, ends }): EndPlan => ({ reason, ends: ends ?? 'case' }),
});
