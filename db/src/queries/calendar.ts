import type { Calendar } from '@relance/workflows/engine';
import Holidays from 'date-holidays';

/** Weekends other than Saturday and Sunday, by ISO weekday. Source: CLDR 47, supplemental week data. */
const WEEKENDS: Record<string, number[]> = Object.fromEntries([
  ...['BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE'].map((code) => [code, [5, 6]]),
  ['AF', [4, 5]],
  ['IR', [5]],
]);

const WEEKEND = [6, 7];

export interface CalendarRequest {
  /** Country of the debtor, e.g. `BE`; null: not known. */
  country: string | null;
  /** What the scenario's settings say: they stand in for a debtor without country, and for its zone in the same one. */
  fallback: { country: string; timeZone: string };
  /** Company closures, `YYYY-MM-DD`. */
  closures: readonly string[];
  /** Years to cover, both included. */
  years: { from: number; to: number };
}

/** The closed days and the zone of a debtor: public holidays of its country, its weekend, the company's own closures. */
export function calendarOf({ country, fallback, closures, years }: CalendarRequest): Calendar {
  const code = (country ?? fallback.country).toUpperCase();
  const known = placeOf(code);
  const timeZone = code === fallback.country.toUpperCase() ? fallback.timeZone : (known.timeZone ?? fallback.timeZone);
  const closed = new Set(closures);
  for (let year = years.from; year <= years.to; year += 1) for (const day of known.closedIn(year)) closed.add(day);
  return { timeZone, weekend: WEEKENDS[code] ?? WEEKEND, closed: [...closed].toSorted() };
}

interface Place {
  timeZone: string | undefined;
  closedIn(year: number): readonly string[];
}

const places = new Map<string, Place>();

function placeOf(code: string): Place {
  let place = places.get(code);
  if (!place) {
    const holidays = new Holidays();
    // an unknown country has weekends and closures, no holidays
    const known = Object.hasOwn(holidays.getCountries(), code);
    if (known) holidays.init(code);
    const byYear = new Map<number, string[]>();
    place = {
      timeZone: known ? holidays.getTimezones()[0] : undefined,
      closedIn(year) {
        let days = byYear.get(year);
        if (!days) {
          days = known ? publicHolidays(holidays, year) : [];
          byYear.set(year, days);
        }
        return days;
      },
    };
    places.set(code, place);
  }
  return place;
}

const DAY_MS = 86_400_000;

function publicHolidays(holidays: Holidays, year: number): string[] {
  return holidays
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      return Array.from({ length }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
    });
}
