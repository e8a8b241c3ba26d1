import { openDatabase, pause } from '@relance/db';
import { stepImport } from '@relance/worker/imports';
import pino from 'pino';

/** A process of its own that reads one import, to be killed in the middle: `node import-process.ts <url> <org> <import>`. */
const [url = '', organisationId = '', importId = ''] = process.argv.slice(2);
const app = openDatabase(url, { max: 3 });
for (;;) {
  const { done, wakeInMs } = await stepImport({ app, log: pino({ level: 'silent' }) }, organisationId, importId, null);
  if (done) break;
  if (wakeInMs) await pause(wakeInMs);
}
await app.$client.end();
