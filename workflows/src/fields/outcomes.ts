import { z } from 'zod';
import { storableText } from '../scenario/storable-text.ts';
import { type Field, field, type FieldOptions } from './field.ts';
import { outcomeId, refuseDuplicates } from './outcome-id.ts';

const MOST_OUTCOMES = 12;
const MOST_FIELDS = 20;
const MOST_OPTIONS = 50;
export const FORM_FIELD_TYPES = ['text', 'date', 'money', 'number', 'choice'] as const;

const option = z.strictObject({ id: outcomeId, label: storableText(100) });
const formField = z
  .strictObject({
    id: outcomeId,
    type: z.enum(FORM_FIELD_TYPES),
    required: z.boolean().default(false),
    label: storableText(100).optional(),
    options: z.array(option).min(1).max(MOST_OPTIONS).superRefine(refuseDuplicates()).optional(),
  })
  .superRefine(({ type, options }, context) => {
    if (type === 'choice' && options === undefined) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'config.choice-options' });
    }
    if (type !== 'choice' && options !== undefined) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'config.only-choice-options' });
    }
  });
const outcome = z.strictObject({
  id: outcomeId,
  label: storableText(100),
  fields: z.array(formField).max(MOST_FIELDS).superRefine(refuseDuplicates()).default([]),
});
const outcomesSchema = z.array(outcome).min(1).max(MOST_OUTCOMES).superRefine(refuseDuplicates());

/** The ways in which a task ends, each with the form that it asks for. */
export function outcomesField(options: FieldOptions<z.input<typeof outcomesSchema>>): Field<typeof outcomesSchema> {
  const fieldTypes = FORM_FIELD_TYPES.map((type) => ({ id: type, label: `field-type.${type}` }));
  return field(outcomesSchema, { kind: 'outcomes', most: MOST_OUTCOMES, mostFields: MOST_FIELDS, fieldTypes }, options);
}
