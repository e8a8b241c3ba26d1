import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

/** One of a closed list; the option `x` is labelled by the message `<options>.x`. */
export function choiceField<const Ids extends readonly [string, ...string[]]>(
  options: FieldOptions<Ids[number]> & { ids: Ids; options: string },
): Field<z.ZodEnum<{ [Id in Ids[number]]: Id }>> {
  const listed = options.ids.map((id) => ({ id, label: `${options.options}.${id}` }));
  return field(z.enum(options.ids), { kind: 'choice', options: listed }, options);
}
