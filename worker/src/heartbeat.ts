import type { Database } from '@relance/db';
import type { Client } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { startLoop, type Loop } from './loop.ts';

export interface HeartbeatOptions {
  system: Database;
  client: Client;
  namespace: string;
  log: Logger;
  /** Whether the installation has an SMTP server of its own. */
  smtp?: boolean;
  everyMs?: number;
}

const ANSWER_MS = 1_500;

/** The worker's sign of life, with whether Temporal answers and mail can leave: what health and pages say of them. */
export function startHeartbeat({
  system,
  client,
  namespace,
  log,
  smtp = false,
  everyMs = 2_000,
}: HeartbeatOptions): Loop {
  return startLoop({
    async round() {
      const data = { temporal: await answers(client, namespace), smtp, pid: process.pid };
      await system.execute(sql`
        insert into heartbeat (name, at, data, beats) values ('worker', clock_timestamp(), ${JSON.stringify(data)}::jsonb, 1)
        on conflict (name) do update set at = excluded.at, data = excluded.data, beats = heartbeat.beats + 1`);
      return everyMs;
    },
    failed(error) {
      log.warn({ err: error }, 'the sign of life could not be written');
      return everyMs;
    },
  });
}

async function answers(client: Client, namespace: string): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + ANSWER_MS, () => client.workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    // whatever it is that it says, it does not serve this namespace now
    return false;
  }
}
