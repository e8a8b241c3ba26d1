import { z } from 'zod';
import type { Delay } from '../plan/plan.ts';
import { type Field, field, type FieldOption, type FieldOptions } from './field.ts';

export const MOST_DAYS = 3650;

export const DELAY_UNITS = ['day', 'business-day'] as const satisfies Delay['unit'][];
export const DELAY_UNIT_OPTIONS: FieldOption[] = DELAY_UNITS.map((unit) => ({ id: unit, label: `unit.${unit}` }));

const delaySchema = z.strictObject({ amount: z.int().min(0).max(MOST_DAYS), unit: z.enum(DELAY_UNITS) });

/** A number of calendar or business days. */
export function delayField(options: FieldOptions<Delay>): Field<typeof delaySchema> {
  return field(delaySchema, { kind: 'delay', units: DELAY_UNIT_OPTIONS, max: MOST_DAYS }, options);
}
