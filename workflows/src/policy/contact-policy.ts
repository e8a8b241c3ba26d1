import { dayOf, instantAt, openDay } from '../engine/calendar.ts';
import type { Calendar } from '../engine/facts.ts';
import { epochMs, isoInstant } from '../engine/instant.ts';

/** How often and when an organisation lets one debtor be written to, over all scenarios, entities and people. */
export interface ContactPolicy {
  /** Most messages to one debtor in seven days, demands or not. */
  messagesPerWeek: Cap;
  /** Attempts to call one debtor in a day. People call: they are warned. */
  callsPerDay: Cap;
  /** Times of day `HH:MM` between which messages leave by themselves on open days; null: at any time, on any day. */
  hours: OfficeHours | null;
}

/** By kind of debtor; null: any number. */
export interface Cap {
  /** Of whoever is not known to be a consumer. */
  business: number | null;
  consumer: number | null;
}

export const capFor = (cap: Cap, debtorKind: string): number | null =>
  debtorKind === 'consumer' ? cap.consumer : cap.business;

export interface OfficeHours {
  from: string;
  /** From this minute on it is closed. */
  until: string;
}

const UNLIMITED: Cap = { business: null, consumer: null };

export const NO_POLICY: ContactPolicy = { messagesPerWeek: UNLIMITED, callsPerDay: UNLIMITED, hours: null };

/** What a new organisation begins with: Europe's office hours, and what a debtor bears before it feels harassed. */
export const USUAL_POLICY: ContactPolicy = {
  messagesPerWeek: { business: 4, consumer: 3 },
  callsPerDay: { business: 2, consumer: 1 },
  hours: { from: '09:00', until: '17:00' },
};

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The instant itself where it lies in office hours, else the next one at which they begin. */
export function nextOpening(instant: string, hours: OfficeHours | null, calendar: Calendar): string {
  if (hours === null) return instant;
  const day = dayOf(instant, calendar);
  const at = epochMs(instant);
  const opens = (open: typeof day) => instantAt(open, hours.from, calendar);
  if (!openDay(day, calendar).equals(day) || at >= epochMs(instantAt(day, hours.until, calendar))) {
    return opens(openDay(day.add({ days: 1 }), calendar));
  }
  return at < epochMs(opens(day)) ? opens(day) : instant;
}

/** How many messages may leave to a debtor now, and when the next one may once none is left. */
export interface Allowance {
  left: number;
  /** Null: one may leave now. */
  nextAt: string | null;
}

/** `handOvers`: of messages that reached the debtor or may have; null: one is under way. Counted over any seven days. */
export function weeklyAllowance(most: number | null, handOvers: readonly (string | null)[], now: string): Allowance {
  if (most === null) return { left: Number.POSITIVE_INFINITY, nextAt: null };
  const at = epochMs(now);
  const counted = handOvers
    .map((handedOverAt) => (handedOverAt === null ? at : epochMs(handedOverAt)))
    .filter((handedOver) => handedOver > at - WEEK_MS)
    .toSorted((a, b) => a - b);
  const left = Math.max(0, most - counted.length);
  const leaver = counted[counted.length - most];
  return { left, nextAt: left > 0 || leaver === undefined ? null : isoInstant(leaver + WEEK_MS) };
}
