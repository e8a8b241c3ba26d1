import { z } from 'zod';
import { type DecimalMoney, formatMoney, parseMoney } from '../money/money.ts';
import { type ComparisonValue, type Condition, type Operator, OPERATORS } from '../plan/condition.ts';
import { storableText } from '../scenario/storable-text.ts';
import { decimalMoneySchema } from './money.ts';

export type DrawnValue = DecimalMoney | number | string;
/** A condition as it is drawn and stored: money in decimal strings. */
export type DrawnCondition =
  | { all: DrawnCondition[] }
  | { any: DrawnCondition[] }
  | { fact: string; op: Operator; value?: DrawnValue | DrawnValue[] | undefined };

export const DEEPEST_CONDITION = 5;
const MOST_PARTS = 20;
const MOST_VALUES = 100;

const single = z.union([decimalMoneySchema, z.number(), storableText(200)]);
const comparison = z
  .strictObject({
    fact: z.string().min(1).max(150),
    op: z.enum(OPERATORS),
    value: z.union([single, z.array(single).min(1).max(MOST_VALUES)]).optional(),
  })
  .superRefine(({ op, value }, context) => {
    const message = valueFault(op, value);
    if (message !== null) context.addIssue({ code: 'custom', path: ['value'], message });
  });

function valueFault(op: Operator, value: DrawnValue | DrawnValue[] | undefined): string | null {
  if (op === 'known' || op === 'unknown') return value === undefined ? null : 'config.takes-no-value';
  if (value === undefined) return 'config.needs-value';
  if (op === 'in') return Array.isArray(value) ? null : 'config.needs-list';
  return Array.isArray(value) ? 'config.needs-one-value' : null;
}

const nested: z.ZodType<DrawnCondition, DrawnCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(nested).min(1).max(MOST_PARTS) }),
    z.strictObject({ any: z.array(nested).min(1).max(MOST_PARTS) }),
    comparison,
  ]),
);

/** `{ all }`, `{ any }` or `{ fact, op, value }`, nested at most five deep. */
export const conditionSchema = nested.refine((condition) => depthOf(condition) <= DEEPEST_CONDITION, 'config.too-deep');

function depthOf(condition: DrawnCondition): number {
  if ('all' in condition) return 1 + Math.max(...condition.all.map(depthOf));
  if ('any' in condition) return 1 + Math.max(...condition.any.map(depthOf));
  return 1;
}

/** The condition that the engine evaluates: money in minor units. Takes what `conditionSchema` accepted. */
export function compileCondition(condition: DrawnCondition): Condition {
  if ('all' in condition) return { all: condition.all.map(compileCondition) };
  if ('any' in condition) return { any: condition.any.map(compileCondition) };
  const { fact, op, value } = condition;
  if (value === undefined) return { fact, op, value: null };
  return { fact, op, value: Array.isArray(value) ? value.map(compileValue) : compileValue(value) };
}

function compileValue(value: DrawnValue): ComparisonValue {
  if (typeof value !== 'object') return value;
  const money = parseMoney(value);
  if (money === null) throw new RangeError('A condition was compiled before its money was checked');
  return money;
}

/** Every comparison inside a condition, with its path from the condition. */
export function comparisonsOf(
  condition: DrawnCondition,
  path: (string | number)[] = [],
): { path: (string | number)[]; comparison: Extract<DrawnCondition, { fact: string }> }[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => comparisonsOf(part, [...path, 'all', index]));
  if ('any' in condition) return condition.any.flatMap((part, index) => comparisonsOf(part, [...path, 'any', index]));
  return [{ path, comparison: condition }];
}

/** The condition as it was drawn: the way back from `compileCondition`. */
export function drawCondition(condition: Condition): DrawnCondition {
  if ('all' in condition) return { all: condition.all.map(drawCondition) };
  if ('any' in condition) return { any: condition.any.map(drawCondition) };
  const { fact, op, value } = condition;
  if (value === null) return { fact, op };
  return { fact, op, value: Array.isArray(value) ? value.map(drawValue) : drawValue(value) };
}

function drawValue(value: ComparisonValue): DrawnValue {
  return typeof value === 'object' ? formatMoney(value) : value;
}
