export type Lateness = 'late' | 'today' | 'tomorrow' | 'later' | 'none';

/** How urgent a due instant is, in the organisation's days. */
export function latenessOf(dueAt: string | null, now: string, dayKey: (instant: string) => string): Lateness {
  if (dueAt === null) return 'none';
  if (Date.parse(dueAt) < Date.parse(now)) return 'late';
  const day = dayKey(dueAt);
  if (day === dayKey(now)) return 'today';
  return day === dayKey(new Date(Date.parse(now) + 86_400_000).toISOString()) ? 'tomorrow' : 'later';
}
