import type { Money } from './plan.ts';

export const OPERATORS = ['=', '!=', '<', '<=', '>', '>=', 'in', 'known', 'unknown'] as const;
export type Operator = (typeof OPERATORS)[number];

export type ComparisonValue = Money | number | string;

/** A compiled comparison of one fact: `value` is a list for `in` and null for `known` and `unknown`. */
export interface Comparison {
  fact: string;
  op: Operator;
  value: ComparisonValue | ComparisonValue[] | null;
}

/** Structured data over typed facts: total, safe, analysable; never an expression to evaluate. */
export type Condition = { all: Condition[] } | { any: Condition[] } | Comparison;
