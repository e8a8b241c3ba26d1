import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pause } from '@relance/db';
import { readImport } from '@relance/db/queries';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

const PROCESS = fileURLToPath(new URL('../drivers/import-process.ts', import.meta.url));
const LINES = 12_000;

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const text = [
  'number;debtorRef;debtorName;dueDate;total',
  ...Array.from({ length: LINES }, (_, index) => `F${index};C${index % 500};Name ${index % 500};2025-12-31;10,00`),
  '',
].join('\n');

const sums = async () => {
  const { rows } = await ledger.work((tx) =>
    tx.execute(sql`
      select count(*)::int as invoices, count(distinct debtor_id)::int as debtors, sum(balance)::int as balance,
        (select count(*)::int from debtor) as all_debtors, (select count(*)::int from import_row) as staged
      from invoice`),
  );
  return rows[0];
};

async function readUntil(importId: string, progress: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROCESS, ledger.url, ledger.org, importId], {
    stdio: 'ignore',
  });
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const job = await ledger.work((tx) => readImport(tx, ledger.org, importId));
    if (job?.status !== 'running' || job.progress >= progress) break;
    await pause(20);
  }
  return child;
}

test('a reader killed while reading, then while writing, loses and doubles nothing', async () => {
  const importId = await ledger.start({ text });
  for (const progress of [0.25, 0.55, 0.8]) {
    const child = await readUntil(importId, progress);
    child.kill('SIGKILL');
  }
  const job = await ledger.finish(importId);
  expect(job).toMatchObject({
    status: 'done',
    progress: 1,
    summary: { read: LINES, created: LINES, updated: 0, unchanged: 0, rejected: 0 },
  });
  expect(await sums()).toEqual({ invoices: LINES, debtors: 500, all_debtors: 500, balance: LINES * 1000, staged: 0 });
});

test('two readers at once write it once', async () => {
  const importId = await ledger.start({ text });
  const jobs = await Promise.all([ledger.finish(importId), ledger.finish(importId)]);
  expect(jobs.map((job) => job.summary?.created)).toEqual([LINES, LINES]);
  expect(await sums()).toMatchObject({ invoices: LINES, all_debtors: 500 });
});
