import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeOfDay = z.string().regex(TIME_OF_DAY, 'config.time');

/** Minutes from one time of day to another, below zero if that comes before. */
export const minutesBetween = (from: string, until: string): number => minuteOf(until) - minuteOf(from);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A time of day `HH:MM`. */
export function timeField(options: FieldOptions<string>): Field<z.ZodString> {
  return field(timeOfDay, { kind: 'time' }, options);
}
