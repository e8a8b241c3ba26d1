import type { Days } from './read-config.ts';

const DAY = 86_400_000;

/**
 * A date (`YYYY-MM-DD`) so many days later, moved to the next Monday when it would fall on a week-end. For examples:
 * holidays are the engine's.
 */
export function addDelay(date: string, { amount, unit, sign }: Days): string {
  let time = Date.parse(`${date}T00:00:00Z`);
  if (unit === 'day') time += sign * amount * DAY;
  for (let left = unit === 'day' ? 0 : amount; left > 0;) {
    time += sign * DAY;
    if (isOpen(time)) left -= 1;
  }
  while (!isOpen(time)) time += DAY;
  return new Date(time).toISOString().slice(0, 10);
}

function isOpen(time: number): boolean {
  const day = new Date(time).getUTCDay();
  return day !== 0 && day !== 6;
}
