import type { Database } from '@relance/db';

export interface ImportLock {
  /** Throws once the connection that holds the lock is gone: somebody else may have it by now. */
  check(): void;
  release(): Promise<void>;
}

/** Makes this process the only reader of an import for as long as it lives; null while another one reads it. */
export async function lockImport(db: Database, importId: string): Promise<ImportLock | null> {
  const client = await db.$client.connect();
  let lost = false;
  const onError = (): void => {
    lost = true;
  };
  client.on('error', onError);
  const key = `import/${importId}`;
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      [key],
    );
    if (rows[0]?.got !== true) {
      client.off('error', onError).release();
      return null;
    }
  } catch (error) {
    client.off('error', onError).release(true);
    throw error;
  }
  return {
    check() {
      if (lost) throw new Error('Connection terminated while reading an import');
    },
    async release() {
      client.off('error', onError);
      if (lost) {
        client.release(true);
        return;
      }
      try {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
        client.release();
      } catch {
        // the lock dies with its connection
        client.release(true);
      }
    },
  };
}
