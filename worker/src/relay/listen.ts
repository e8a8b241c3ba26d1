import type { Database } from '@relance/db';
import type { Logger } from 'pino';
import { startLoop } from '../loop.ts';

const CHANNEL = 'relance';
const AGAIN_MS = 2_000;

/** Calls `onNotice` after each change anywhere; notices may be lost while the connection is being made again. */
export function listen(db: Database, onNotice: () => void, log: Logger): { stop(): Promise<void> } {
  let stopped = false;
  let hangUp: () => void = () => undefined;
  const loop = startLoop({
    async round() {
      const client = await db.$client.connect();
      const broken = new Promise<Error | undefined>((resolve) => {
        hangUp = () => resolve(undefined);
        client.on('error', resolve);
      });
      if (stopped) hangUp();
      client.on('notification', onNotice);
      try {
        await client.query(`listen ${CHANNEL}`);
        onNotice();
        const error = await broken;
        if (error) throw error;
      } finally {
        // the connection is not given back: it would go on listening for somebody else
        client.release(true);
      }
      return AGAIN_MS;
    },
    failed(error) {
      log.warn({ err: error }, 'notices of the database are lost for a moment');
      return AGAIN_MS;
    },
  });
  return {
    stop() {
      stopped = true;
      hangUp();
      return loop.stop();
    },
  };
}
