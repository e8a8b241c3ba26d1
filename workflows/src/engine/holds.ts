import type { ComparisonValue, Condition, Operator } from '../plan/condition.ts';
import type { AnswerValue } from './event.ts';
import { FACT_TYPES, type FactName, type FactValue, type Facts } from './facts.ts';
import type { Vars } from './state.ts';

/** Whether a condition holds. Total: what is unknown, or not comparable (unlike currencies, text and number), is false. */
export function holds(condition: Condition, facts: Facts, vars: Vars): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts, vars));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts, vars));
  const { op, value } = condition;
  const fact = factValue(condition.fact, facts, vars);
  if (op === 'known') return fact !== null;
  if (op === 'unknown') return fact === null;
  if (fact === null || value === null) return false;
  if (Array.isArray(value)) return op === 'in' && value.some((item) => compare(fact, '=', item));
  return compare(fact, op, value);
}

/** The value of `invoice.…`, `debtor.…` or `answer.<nodeId>.<field>`; null when it is not known. */
export function factValue(name: string, facts: Facts, vars: Vars): FactValue | AnswerValue {
  if (Object.hasOwn(FACT_TYPES, name)) return facts.values[name as FactName] ?? null;
  const [kind, nodeId = '', field = ''] = name.split('.');
  if (kind !== 'answer' || !Object.hasOwn(vars.answers, nodeId)) return null;
  const answers = vars.answers[nodeId] ?? {};
  return Object.hasOwn(answers, field) ? (answers[field] ?? null) : null;
}

function compare(fact: ComparisonValue, op: Operator, value: ComparisonValue): boolean {
  if (typeof fact === 'object') {
    if (typeof value !== 'object' || fact.currency !== value.currency) return false;
    return inOrder(op, Math.sign(fact.amount - value.amount));
  }
  if (typeof fact === 'number') return typeof value === 'number' && inOrder(op, Math.sign(fact - value));
  return typeof value === 'string' && inOrder(op, fact < value ? -1 : Number(fact > value));
}

function inOrder(op: Operator, order: number): boolean {
  switch (op) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return false;
  }
}
