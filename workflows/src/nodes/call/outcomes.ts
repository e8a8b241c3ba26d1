import type { FormField, TaskOutcome } from '../../engine/command.ts';

const DISPUTE_REASONS = [
  'quantity',
  'quality',
  'price',
  'delivery',
  'missing-document',
  'already-paid',
  'contract',
  'other',
] as const;

const promised: FormField[] = [
  { id: 'date', type: 'date', required: true },
  { id: 'amount', type: 'money', required: true },
];
const paidAlready: FormField[] = [
  { id: 'date', type: 'date', required: false },
  { id: 'means', type: 'text', required: false },
];
const disputed: FormField[] = [
  {
    id: 'reason',
    type: 'choice',
    required: true,
    options: DISPUTE_REASONS.map((id) => ({ id, label: `dispute-reason.${id}` })),
  },
  { id: 'amount', type: 'money', required: false },
];

/** How a call ends, in the order of the number keys. Labels are message keys. */
export const CALL_OUTCOMES: TaskOutcome[] = [
  { id: 'promised', label: 'outcome.promised', fields: promised },
  { id: 'paid-already', label: 'outcome.paid-already', fields: paidAlready },
  { id: 'disputed', label: 'outcome.disputed', fields: disputed },
  { id: 'cannot-pay', label: 'outcome.cannot-pay', fields: [] },
  { id: 'no-answer', label: 'outcome.no-answer', fields: [] },
  { id: 'wrong-number', label: 'outcome.wrong-number', fields: [] },
  { id: 'other', label: 'outcome.other', fields: [] },
];
