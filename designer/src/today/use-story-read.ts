import { useEffect } from 'react';
import type { Today } from './today.ts';
import { useTickCard } from './use-tick-card.ts';

const WEEK_MS = 7 * 86_400_000;
/** A week in which clocks were put forward is an hour shorter. */
const SUMMER_TIME_MS = 3_600_000;

/** Ticks *press +1 week and read what happened* once what a week brought is on screen. */
export function useStoryRead(today: Today | undefined): void {
  const { mutate, isIdle } = useTickCard();
  const story = today?.story ?? null;
  const long = story !== null && Date.parse(story.to) - Date.parse(story.from) >= WEEK_MS - SUMMER_TIME_MS;
  const due = long && today?.cards.week === null && isIdle;
  useEffect(() => {
    if (due) mutate({ card: 'week' });
  }, [due, mutate]);
}
