import { eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { heartbeat } from '../schema/index.ts';

export interface Heartbeat {
  ageMs: number;
  /** Whether Temporal answered the worker when it last looked. */
  temporal: boolean;
  /** Whether mail leaves where an organisation has no server of its own. */
  smtp: boolean;
}

/** The worker's last sign of life; null when none was ever given. */
export async function readHeartbeat(db: Database | Tx): Promise<Heartbeat | null> {
  const [row] = await db
    .select({
      ageMs: sql<number>`(extract(epoch from (clock_timestamp() - ${heartbeat.at})) * 1000)::float8`,
      data: heartbeat.data,
    })
    .from(heartbeat)
    .where(eq(heartbeat.name, 'worker'));
  return row ? { ageMs: row.ageMs, temporal: row.data['temporal'] === true, smtp: row.data['smtp'] === true } : null;
}
