import type { Text } from '../messages/text.ts';
import { parseMoney } from '../money/money.ts';
import { isStorable } from '../scenario/is-storable.ts';
import type { FormField, TaskOutcome } from './command.ts';
import type { AnswerValue } from './event.ts';
import { plainDate } from './plain-date.ts';

export interface CompletionFault {
  /** Member of the request: `['outcome']` or `['values', <field>]`. */
  path: string[];
  message: Text;
}

/** `values` are in the engine's form (money in minor units) and complete only when there are no faults. */
export interface CheckedCompletion {
  values: Record<string, AnswerValue>;
  faults: CompletionFault[];
}

const LONGEST_TEXT = 500;

/**
 * Checks how a person ended a task against the outcomes that it offers. Values come as in REST: dates `YYYY-MM-DD`,
 * money `{ amount: "12.50", currency }` above zero. Null, `undefined` and an empty text count as not given.
 */
export function checkCompletion(
  outcomes: readonly TaskOutcome[],
  outcome: string,
  values: Readonly<Record<string, unknown>>,
): CheckedCompletion {
  const chosen = outcomes.find(({ id }) => id === outcome);
  if (chosen === undefined) {
    return { values: {}, faults: [{ path: ['outcome'], message: { key: 'completion.outcome', values: { outcome } } }] };
  }
  const checked: CheckedCompletion = { values: {}, faults: [] };
  for (const field of chosen.fields) {
    const given = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    const read = isEmpty(given) ? readEmpty(field) : readValue(field, given);
    if ('fault' in read) checked.faults.push({ path: ['values', field.id], message: { key: read.fault } });
    else if (read.value !== null) checked.values[field.id] = read.value;
  }
  for (const name of Object.keys(values)) {
    if (chosen.fields.some(({ id }) => id === name)) continue;
    checked.faults.push({ path: ['values', name], message: { key: 'completion.unknown-field' } });
  }
  return checked;
}

type Read = { value: AnswerValue } | { fault: string };

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function readEmpty({ required }: FormField): Read {
  return required ? { fault: 'completion.required' } : { value: null };
}

function readValue({ type, options = [] }: FormField, value: unknown): Read {
  switch (type) {
    case 'text':
      if (typeof value !== 'string' || !isStorable(value)) return { fault: 'completion.text' };
      return value.length <= LONGEST_TEXT ? { value } : { fault: 'completion.too-long' };
    case 'date':
      return typeof value === 'string' && plainDate(value) !== null ? { value } : { fault: 'completion.date' };
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? { value } : { fault: 'completion.number' };
    case 'choice':
      return typeof value === 'string' && options.some(({ id }) => id === value)
        ? { value }
        : { fault: 'completion.choice' };
    case 'money':
      return readMoney(value);
    default:
      return { fault: 'completion.unknown-field' };
  }
}

function readMoney(value: unknown): Read {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) {
    return { fault: 'completion.money' };
  }
  const { amount, currency } = value;
  if (Object.keys(value).length !== 2 || typeof amount !== 'string' || typeof currency !== 'string') {
    return { fault: 'completion.money' };
  }
  const money = parseMoney({ amount, currency });
  if (money === null) return { fault: 'completion.money' };
  return money.amount > 0 ? { value: money } : { fault: 'completion.money-positive' };
}
