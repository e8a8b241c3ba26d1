import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../queries/calendar.ts';

const ZONE = { country: 'FR', timeZone: 'Europe/Paris' };
const MONDAY = 1;

/** Day on which the demo begins, `YYYY-MM-DD`: the latest Monday not after today; when it is closed, the next open day. */
export function firstDay(today: string): string {
  const now = Temporal.PlainDate.from(today);
  const years = { from: now.year - 1, to: now.year + 1 };
  const { closed, weekend } = calendarOf({ country: 'FR', fallback: ZONE, closures: [], years });
  let day = now.subtract({ days: now.dayOfWeek - MONDAY });
  while (closed.includes(day.toString()) || weekend.includes(day.dayOfWeek)) day = day.add({ days: 1 });
  return day.toString();
}
