const DAY_MS = 86_400_000;

/** Calendar days from the due date to `today`, both `YYYY-MM-DD`; zero or less: not late. */
export function daysLate(dueDate: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(dueDate)) / DAY_MS);
}
