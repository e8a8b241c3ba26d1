import type { Language } from './language.ts';
import { locales } from './number-formats.ts';

type Options = Intl.DateTimeFormatOptions;
const nbsp = '\u00a0';
const minus = '\u2212';

const shapes = {
  dayMonth: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  weekdayYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  dayHeader: { weekday: 'long', day: 'numeric', month: 'long' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} satisfies Record<string, Options>;

export type DateShape = keyof typeof shapes;

/** Dates are `YYYY-MM-DD` and have no zone; instants are read in the organisation's zone. */
export function dateFormats(language: Language, timeZone: string) {
  const locale = locales[language];
  const cache = new Map<string, Intl.DateTimeFormat>();
  function format(options: Options, instant: Date, zone: string): string {
    const key = JSON.stringify(options) + zone;
    const made = cache.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    cache.set(key, made);
    return made
      .formatToParts(instant)
      .map((part) => (part.type === 'day' && language === 'fr' && part.value === '1' ? '1er' : part.value))
      .join('')
      .replace(/,(?= )/g, options.hour ? ',' : '');
  }
  const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
  const clock: Options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const time = (instant: string): string => format(clock, new Date(instant), timeZone);
  const onDay = (instant: string, shape: DateShape = 'dayMonth'): string =>
    format(shapes[shape], new Date(instant), timeZone);
  const letter = language === 'fr' ? 'J' : 'D';
  const relativeDay = (days: number): string =>
    days === 0 ? letter : `${letter}${days < 0 ? minus : '+'}${Math.abs(days)}`;

  return {
    /** A date without zone: `8 déc. 2026`, or another of the shapes. */
    date: (date: string, shape: DateShape = 'date'): string => format(shapes[shape], midnight(date), 'UTC'),
    /** The day of an instant in the organisation's zone: `26 nov.` */
    day: onDay,
    /** `09:02` */
    time,
    /** `26 nov. 09:02` */
    instant: (instant: string): string => `${onDay(instant)} ${time(instant)}`,
    /** `mar. 8 déc. 2026, 10:24` */
    clock: (instant: string): string => `${onDay(instant, 'weekdayYear')}, ${time(instant)}`,
    /** With seconds and zone, for a tooltip. */
    exact: (instant: string): string =>
      `${onDay(instant, 'longDate')}, ${format({ ...clock, second: '2-digit' }, new Date(instant), timeZone)} (${timeZone})`,
    /** The date of an instant as `YYYY-MM-DD`, for grouping by day. */
    dayKey: (instant: string): string =>
      new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
        new Date(instant),
      ),
    /** `J+12`, `J−5`, `J`; English `D+12`. */
    relativeDay,
    /** `J+12 … J+16` */
    dayRange: (from: number, to: number): string =>
      from === to ? relativeDay(from) : `${relativeDay(from)} … ${relativeDay(to)}`,
    /** `15 j`, English `15 d`. */
    daysShort: (days: number): string => `${days}${nbsp}${language === 'fr' ? 'j' : 'd'}`,
    /** `hier`, `demain`, `dans 3 jours`: within a week either side. */
    fromToday: (days: number): string => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'),
    /** Monday first, two letters, for a calendar's head. */
    weekdayNames: (): readonly { short: string; long: string }[] =>
      Array.from({ length: 7 }, (_, index) => {
        const day = midnight(`2024-01-0${index + 1}`); // a Monday
        return {
          short: format({ weekday: 'short' }, day, 'UTC').slice(0, 2),
          long: format({ weekday: 'long' }, day, 'UTC'),
        };
      }),
  };
}
