import { realpath } from 'node:fs/promises';
import { Client } from 'pg';

type Proof = 'ours' | 'starting' | 'refused' | 'another store' | 'silent';

export interface Credentials {
  user: string;
  password: string;
}

/** Asks whoever listens on a port whether it is the server of our data directory; only our password opens it. */
export async function prove(port: number, credentials: Credentials, dataDir: string): Promise<Proof> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    ...credentials,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  // A connection that breaks later is reported by the query that uses it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const shown = rows[0]?.data_directory;
    return shown && (await realpath(shown)) === (await realpath(dataDir)) ? 'ours' : 'another store';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '57P03') return 'starting';
    return code === '28P01' || code === '28000' ? 'refused' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}
