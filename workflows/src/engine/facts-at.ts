import { dayOf } from './calendar.ts';
import type { FactName, FactValue, Facts } from './facts.ts';

const GROWING: readonly FactName[] = ['invoice.daysOverdue', 'debtor.oldestDays', 'debtor.lastContactDays'];
const SHRINKING: readonly FactName[] = ['invoice.daysUntilDue'];

/** What the facts will be when only days pass between two instants and nobody pays. */
export function factsAt(facts: Facts, from: string, to: string): Facts {
  const { days } = dayOf(from, facts.calendar).until(dayOf(to, facts.calendar), { largestUnit: 'day' });
  if (days <= 0) return facts;
  const moved = (names: readonly FactName[], by: number) =>
    names.map((name): [FactName, FactValue] => {
      const value = facts.values[name];
      return [name, typeof value === 'number' ? value + by : value];
    });
  const grown = [...moved(GROWING, days), ...moved(SHRINKING, -days)];
  return { ...facts, values: { ...facts.values, ...Object.fromEntries(grown) } };
}

/** The facts just after a message was handed over or a call was made. */
export function factsAfterContact(facts: Facts, at: string): Facts {
  return { ...facts, lastContactAt: at, values: { ...facts.values, 'debtor.lastContactDays': 0 } };
}
