import { z } from 'zod';
import { OPERATORS } from '../plan/condition.ts';
import { storableText } from '../scenario/storable-text.ts';
import { conditionSchema } from './condition.ts';
import { type Field, field, type FieldOptions } from './field.ts';
import { outcomeId, refuseDuplicates } from './outcome-id.ts';

const MOST_BRANCHES = 20;
const OPTIONS = OPERATORS.map((op) => ({ id: op, label: `operator.${op}` }));

const branch = z.strictObject({ id: outcomeId, label: storableText(100), when: conditionSchema });
const branchesSchema = z
  .array(branch)
  .min(1)
  .max(MOST_BRANCHES)
  .superRefine(refuseDuplicates(['else']));

/** Ordered branches, each an outcome with the condition under which it is taken. */
export function branchesField(options: FieldOptions<z.input<typeof branchesSchema>>): Field<typeof branchesSchema> {
  return field(
    branchesSchema,
    { kind: 'branches', most: MOST_BRANCHES, operators: OPTIONS, withConditions: true },
    options,
  );
}
