import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clock } from '../schema/index.ts';

/** The organisation's clock as SQL, for set-based statements; needs `clock` in the from clause. */
export const clockNow = sql<string>`(${clock.anchorOrg} + (clock_timestamp() - ${clock.anchorReal}) * ${clock.speed})`;

export interface ClockReading {
  /** Organisation's time. */
  now: string;
  speed: number;
  anchorReal: string;
  anchorOrg: string;
  advancingTo: string | null;
}

const toInstant = (value: string | Date): string => new Date(value).toISOString();

/** Reads the organisation's clock: the only "now" that domain code knows. Throws when the organisation has none. */
export async function readClock(tx: Tx, organisationId: string): Promise<ClockReading> {
  const [row] = await tx
    .select({
      now: sql<string | Date>`${clockNow}`,
      speed: clock.speed,
      anchorReal: clock.anchorReal,
      anchorOrg: clock.anchorOrg,
      advancingTo: clock.advancingTo,
    })
    .from(clock)
    .where(eq(clock.orgId, organisationId));
  if (!row) throw new Error(`organisation ${organisationId} has no clock`);
  return { ...row, now: toInstant(row.now) };
}

/** Now of the organisation, ISO 8601 in UTC. */
export async function nowOf(tx: Tx, organisationId: string): Promise<string> {
  return (await readClock(tx, organisationId)).now;
}

/** Real milliseconds until the organisation's clock reads `at`; null while the clock stands still before it. */
export function realDelay(reading: ClockReading, at: string): number | null {
  const left = Date.parse(at) - Date.parse(reading.now);
  if (left <= 0) return 0;
  return reading.speed > 0 ? Math.ceil(left / reading.speed) : null;
}
