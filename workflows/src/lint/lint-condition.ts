import { comparisonsOf, type DrawnCondition, type DrawnValue } from '../fields/condition.ts';
import type { TextValue } from '../messages/text.ts';
import type { Operator } from '../plan/condition.ts';
import type { Finding, Path } from './finding.ts';

export type ValueType = 'money' | 'number' | 'text' | 'date';

/** The facts that a condition may name where it stands. */
export interface KnownFacts {
  /** What kind of value a fact has, or the message that says why it cannot be compared here. */
  typeOf(fact: string): ValueType | { fault: string };
  /** A fact by the name that people know it by. */
  nameOf(fact: string): TextValue;
  /** The one currency that money is compared in; null: any. */
  currency: string | null;
}

type Comparison = ReturnType<typeof comparisonsOf>[number]['comparison'];

const UNORDERED: ReadonlySet<Operator> = new Set(['=', '!=', 'in', 'known', 'unknown']);

/** Conditions compare facts that exist with values of their own kind. */
export function lintCondition(when: DrawnCondition, path: Path, known: KnownFacts): Omit<Finding, 'nodeId'>[] {
  return comparisonsOf(when, path).flatMap(({ path: at, comparison }) => lintComparison(at, comparison, known));
}

function lintComparison(path: Path, { fact, op, value }: Comparison, known: KnownFacts): Omit<Finding, 'nodeId'>[] {
  const type = known.typeOf(fact);
  if (typeof type === 'object') {
    const message = { key: type.fault, values: { fact: known.nameOf(fact) } };
    return [{ rule: 'fact-exists', severity: 'error', path: [...path, 'fact'], message }];
  }
  if (type === 'text' && !UNORDERED.has(op)) {
    const values = { fact: known.nameOf(fact), operator: { key: `operator.${op}` } };
    const message = { key: 'lint.fact-operator', values };
    return [{ rule: 'fact-operator', severity: 'error', path: [...path, 'op'], message }];
  }
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const at = [...path, 'value'];
  if (values.some((item) => !fits(item, type))) {
    const message = { key: `lint.fact-value.${type}`, values: { fact: known.nameOf(fact) } };
    return [{ rule: 'fact-value', severity: 'error', path: at, message }];
  }
  const { currency } = known;
  const unlike = values.find((item) => typeof item === 'object' && item.currency !== currency);
  if (currency === null || typeof unlike !== 'object') return [];
  const message = {
    key: 'lint.unlike-currency',
    values: { fact: known.nameOf(fact), currency, other: unlike.currency },
  };
  return [{ rule: 'unlike-currency', severity: 'warning', path: at, message }];
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function fits(value: DrawnValue, type: ValueType): boolean {
  if (type === 'money') return typeof value === 'object';
  if (type === 'number') return typeof value === 'number';
  return typeof value === 'string' && (type === 'text' || DATE.test(value));
}
