const DAY_MS = 86_400_000;

/** Days from a date to today, both `YYYY-MM-DD`; negative while it is ahead. */
export function daysSince(date: string, today: string): number {
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / DAY_MS);
}
