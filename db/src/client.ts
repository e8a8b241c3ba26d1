import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema/index.ts';
import { isTransient, pause } from './transient.ts';

export type Database = NodePgDatabase<typeof schema> & { $client: Pool };
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenOptions {
  /** Largest number of connections; 20 serves one process on two cores. */
  max?: number;
  name?: string;
}

/** Opens a pool for one of the database roles. Close it with `db.$client.end()`. */
export function openDatabase(url: string, { max = 20, name = 'relance' }: OpenOptions = {}): Database {
  const pool = new Pool({ connectionString: url, max, application_name: name, connectionTimeoutMillis: 5_000 });
  // an idle connection that dies is replaced by the next query; without a listener it would end the process
  pool.on('error', () => undefined);
  // the same of one that dies in the midst of a transaction: its query fails and says so
  pool.on('connect', (client) => client.on('error', () => undefined));
  return drizzle({ client: pool, schema, casing: 'snake_case' });
}

export interface TransactionOptions {
  /** Milliseconds one statement may take; imports ask for more. */
  statementTimeoutMs?: number;
  isolation?: 'read committed' | 'repeatable read';
}

const RETRIES = 5;

/**
 * Runs `work` in one transaction of role relance_app that sees and writes `organisationId`'s rows alone.
 * Deadlocks, serialisation failures and lock time-outs are tried again with jitter, so `work` must be repeatable.
 */
export async function inOrganisation<Result>(
  db: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<Result>,
  { statementTimeoutMs = 4_000, isolation = 'read committed' }: TransactionOptions = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(
        async (tx) => {
          await tx.execute(
            sql`select set_config('app.org', ${organisationId}, true), set_config('statement_timeout', ${String(statementTimeoutMs)}, true), set_config('lock_timeout', '3000', true)`,
          );
          return work(tx);
        },
        { isolationLevel: isolation },
      );
    } catch (error) {
      if (attempt >= RETRIES || !isTransient(error)) throw error;
      await pause(20 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}
