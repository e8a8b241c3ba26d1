import { choiceField } from '../../fields/choice.ts';
import { optional } from '../../fields/field.ts';
import { LATE_ENTRIES, type LateEntry } from '../../plan/late-entry.ts';
import { defineNode } from '../define-node.ts';

export interface StartPlan {
  /** Absent: whoever enrols the invoice says it. */
  lateEntry?: LateEntry;
}

export const startNode = defineNode({
  type: 'start',
  phase: 'logic',
  icon: 'play',
  fields: {
    lateEntry: optional(
      choiceField({
        label: 'field.start.lateEntry',
        hint: 'hint.start.lateEntry',
        ids: LATE_ENTRIES,
        options: 'late-entry',
        initial: 'by-age',
      }),
    ),
  },
  outcomes: [{ id: 'next', label: 'outcome.next' }],
  example: { lateEntry: 'by-age' },
  summary: ({ lateEntry }) => ({ key: lateEntry === undefined ? 'summary.start' : `summary.start.${lateEntry}` }),
  compile: ({ lateEntry }): StartPlan => (lateEntry === undefined ? {} : { lateEntry }),
});
