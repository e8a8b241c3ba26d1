import { z } from 'zod';
import type { Anchor } from '../plan/anchor.ts';
import { type Field, field, type FieldOptions } from './field.ts';

export const PLAIN_ANCHORS = ['issue-date', 'due-date', 'previous-step', 'last-contact'] as const;
const OPTIONS = [...PLAIN_ANCHORS, 'answer', 'answerBy'].map((id) => ({ id, label: `anchor.${id}` }));

const reference = z.string().min(1).max(64);
const anchorSchema = z.union([
  z.enum(PLAIN_ANCHORS),
  z.strictObject({ answer: z.strictObject({ nodeId: reference, field: reference }) }),
  z.strictObject({ answerBy: reference }),
]);

/** From when a wait counts. */
export function anchorField(options: FieldOptions<Anchor>): Field<typeof anchorSchema> {
  return field(anchorSchema, { kind: 'anchor', options: OPTIONS }, options);
}
