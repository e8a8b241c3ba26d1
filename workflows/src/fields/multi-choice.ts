import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

/** Several of a closed list, each once; the option `x` is labelled by the message `<options>.x`. */
export function multiChoiceField<const Ids extends readonly [string, ...string[]]>(
  options: FieldOptions<Ids[number][]> & { ids: Ids; options: string; least: number },
): Field<z.ZodArray<z.ZodEnum<{ [Id in Ids[number]]: Id }>>> {
  const { least } = options;
  const listed = options.ids.map((id) => ({ id, label: `${options.options}.${id}` }));
  const schema = z
    .array(z.enum(options.ids))
    .min(least)
    .max(options.ids.length)
    .refine((values) => new Set(values).size === values.length, 'config.repeated');
  return field(schema, { kind: 'multi-choice', options: listed, least }, options);
}
