import type { z } from 'zod';

/** A choice offered by a form; `label` is a message key. */
export interface FieldOption {
  id: string;
  label: string;
}

/** What is special to one kind of field, as plain data from which the designer draws the input. */
export type FieldKind =
  | { kind: 'text' | 'long-text'; maxLength: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'delay'; units: FieldOption[]; max: number }
  | { kind: 'choice'; options: FieldOption[] }
  | { kind: 'multi-choice'; options: FieldOption[]; least: number }
  | { kind: 'anchor'; options: FieldOption[] }
  | { kind: 'branches'; most: number; operators: FieldOption[]; withConditions: boolean }
  | { kind: 'outcomes'; most: number; mostFields: number; fieldTypes: FieldOption[] }
  | { kind: 'template' | 'script' | 'time' | 'boolean' | 'money' };

/** A field of a form: `label` and `hint` are message keys. */
export type FieldDescription = FieldKind & { label: string; hint: string | null; required: boolean };

/** One member of a node's config: how it is checked, what it starts with, how its input looks. */
export interface Field<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Value of a node that was just drawn; undefined leaves the member out. */
  initial: z.input<Schema> | undefined;
  /** What a node is taken for whose config leaves the member out. */
  absent: z.input<Schema> | undefined;
  description: FieldDescription;
}

/** What every field is told: message keys, and the value that a new node starts with. */
export interface FieldOptions<Value> {
  label: string;
  hint?: string;
  initial?: Value;
}

/** Puts the parts of a required field together. */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  kind: FieldKind,
  options: FieldOptions<z.input<Schema>>,
): Field<Schema> {
  return {
    schema,
    initial: options.initial,
    absent: undefined,
    description: { ...kind, label: options.label, hint: options.hint ?? null, required: true },
  };
}

/** The same field, which may be left out: it then is what new nodes start with, unless something else is said. */
export function optional<Schema extends z.ZodType>(
  of: Field<Schema>,
  absent: z.input<Schema> | undefined = of.initial,
): Field<z.ZodOptional<Schema>> {
  return {
    schema: of.schema.optional(),
    initial: of.initial,
    absent,
    description: { ...of.description, required: false },
  };
}
