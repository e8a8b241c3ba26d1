import { inOrganisation, openDatabase } from '@relance/db';
import { createImport } from '@relance/db/queries';
import { stepImport } from '@relance/worker/imports';
import pino from 'pino';

/**
 * Reads one import in a process of its own and prints what it took: `node imports-reader.ts <url> <org> <import>`.
 * Idle is what it holds after a first small import: code loaded, connections open.
 */
const [url = '', organisationId = '', importId = ''] = process.argv.slice(2);
const app = openDatabase(url, { max: 3 });
const deps = { app, log: pino({ level: 'silent' }) };

const read = async (id: string): Promise<void> => {
  while (!(await stepImport(deps, organisationId, id, null)).done);
};

const first = await inOrganisation(app, organisationId, (tx) =>
  createImport(tx, organisationId, {
    kind: 'invoices',
    filename: 'first.csv',
    bytes: Buffer.from('number;debtorRef;dueDate;total\nWARM-1;WARM;2025-12-31;1,00\n'),
    createdBy: 'system',
    at: new Date().toISOString(),
  }),
);
await read(first);
const idle = process.memoryUsage.rss();
let peak = idle;
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);
const begin = performance.now();
await read(importId);
clearInterval(sampler);
process.send?.({ seconds: (performance.now() - begin) / 1_000, idle, peak });
await app.$client.end();
