import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pause } from '@relance/db';
import { readImport, undoImport } from '@relance/db/queries';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger, type Ledger } from '../drivers/ledger.ts';

const PROCESS = fileURLToPath(new URL('../drivers/import-process.ts', import.meta.url));
const OLD = 4_200;
const STAYS = 2_100;
const CHANGED = 700;
const NEW = 300;

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const line = (number: string, left: string): string => `${number};C${Number(number.slice(1)) % 200};2026-10-31;${left}`;
const list = (...lines: string[]): string => ['number;debtorRef;dueDate;balance', ...lines, ''].join('\n');
const all = Array.from({ length: OLD }, (_, index) => line(`F${index}`, '10,00'));
/** Half of them have vanished, a third of the others has changed, and some are new. */
const next = list(
  ...all.slice(0, STAYS).map((each, index) => (index % 3 === 0 ? line(`F${index}`, '7,00') : each)),
  ...Array.from({ length: NEW }, (_, index) => line(`N${index}`, '20,00')),
);

const standing = async () => {
  const { rows } = await ledger.work((tx) =>
    tx.execute(sql`
      select count(*) filter (where status = 'open')::int as open, count(*) filter (where status = 'paid')::int as paid,
        sum(balance)::int as balance, (select count(*)::int from import_row) as staged,
        (select count(*)::int from adjustment) as adjustments,
        (select count(*)::int from import_change where act in ('updated', 'closed')) as changes
      from invoice`),
  );
  return rows[0];
};
const paid = async (): Promise<number> => Number((await standing())?.['paid']);

/** Lets another process work on the import until it has come so far, and kills it there. */
async function killOnce(importId: string, arrived: () => Promise<boolean>): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', PROCESS, ledger.url, ledger.org, importId], {
    stdio: 'ignore',
  });
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const job = await ledger.work((tx) => readImport(tx, ledger.org, importId));
    if (job?.status !== 'running' || (await arrived())) break;
    await pause(10);
  }
  child.kill('SIGKILL');
}

test('a list whose reader is killed while reading, writing and closing settles exactly what is absent, and is undone whole', async () => {
  await ledger.read({ text: list(...all), openItems: true });
  const before = await standing();
  const importId = await ledger.start({ text: next, openItems: true, closingConfirmed: true });
  const job = () => ledger.work((tx) => readImport(tx, ledger.org, importId));
  await killOnce(importId, async () => ((await job())?.progress ?? 0) > 0.25);
  await killOnce(importId, async () => ((await job())?.progress ?? 0) > 0.6);
  expect(await paid()).toBe(0);
  await killOnce(importId, async () => (await paid()) > 0);
  const half = await paid();
  expect(half).toBeGreaterThan(0);
  expect(await ledger.finish(importId)).toMatchObject({
    status: 'done',
    closing: { invoices: OLD - STAYS },
    summary: { read: STAYS + NEW, created: NEW, updated: CHANGED, unchanged: STAYS - CHANGED, rejected: 0 },
  });
  expect(await standing()).toEqual({
    open: STAYS + NEW,
    paid: OLD - STAYS,
    balance: (STAYS - CHANGED) * 1_000 + CHANGED * 700 + NEW * 2_000,
    staged: 0,
    adjustments: OLD - STAYS + CHANGED,
    changes: OLD - STAYS + CHANGED,
  });
  const undone = await ledger.work((tx) =>
    undoImport(tx, ledger.org, { importId, actor: 'user:1', reason: 'twice killed', at: ledger.at }),
  );
  expect(undone).toEqual({ restored: OLD - STAYS + CHANGED + NEW, left: [] });
  expect(await standing()).toMatchObject({ open: OLD, paid: 0, balance: before?.['balance'] });
});

test('two lists of one company at once are written one after the other, the later one is right', async () => {
  await ledger.read({ text: list(...all.slice(0, 100)), openItems: true });
  const [first, second] = [
    await ledger.start({ text: list(...all.slice(0, 90)), openItems: true, closingConfirmed: true }),
    await ledger.start({ text: list(...all.slice(10, 100)), openItems: true, closingConfirmed: true }),
  ];
  const jobs = await Promise.all([ledger.finish(first), ledger.finish(second)]);
  expect(jobs.map(({ status }) => status)).toEqual(['done', 'done']);
  const { rows } = await ledger.work((tx) =>
    tx.execute<{ open: number; lists: number }>(sql`
      select count(*)::int as open, count(distinct listed_in)::int as lists from invoice where status = 'open'`),
  );
  expect(rows).toEqual([{ open: 90, lists: 1 }]);
});
