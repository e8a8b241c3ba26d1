/**
 * Reads a date as people type it: `15/12/2026`, `15/12`, `15.12.26`, `15 12`, `2026-12-15`, `+8` (days from today).
 * A date without year is the next one from `today` on.
 * @returns `YYYY-MM-DD`, or undefined when it cannot be read.
 */
export function parseDate(text: string, today: string): string | undefined {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const days = /^[JjDd]?\s*\+\s*(\d{1,4})$/.exec(typed);
  if (days) return addDays(today, Number(days[1]));
  const short = /^(\d{1,2})[\s/.-](\d{1,2})(?:[\s/.-](\d{2}|\d{4}))?$/.exec(typed);
  if (!short) return undefined;
  const [day, month, year] = [Number(short[1]), Number(short[2]), short[3]];
  if (year) return valid(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = valid(thisYear, month, day);
  return date && date < today ? valid(thisYear + 1, month, day) : date;
}

export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

function valid(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
