import { countDays, dayOf, instantAt } from '../engine/calendar.ts';
import type { Calendar } from '../engine/facts.ts';

const MORNING = '09:00';

/** The morning on which a debtor that answered at `at` may be written to again, so many business days later. */
export function quietUntil(at: string, businessDays: number, calendar: Calendar): string {
  const day = countDays(dayOf(at, calendar), { amount: businessDays, unit: 'business-day' }, calendar);
  return instantAt(day, MORNING, calendar);
}
