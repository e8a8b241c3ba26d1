import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@relance/db/embedded';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Program } from './program.ts';

let folder: string;
let program: Program | null = null;
const said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-program-'));
  said.length = 0;
});

afterEach(async () => {
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function run(source: string): Promise<Program> {
  const main = path.join(folder, 'main.mjs');
  await writeFile(main, source);
  program = new Program({
    name: 'worker',
    main,
    cwd: folder,
    logFile: path.join(folder, 'worker.log'),
    env: () => ({ ...process.env, FOLDER: folder }),
    say: (text) => said.push(text),
    execArgv: [],
    firstPause: 50,
  });
  return program;
}

const GREET = `
  import { appendFileSync } from 'node:fs';
  appendFileSync(process.env.FOLDER + '/pids', process.pid + ' ');
  process.send({ type: 'ready', signInLink: 'http://link' });
  setInterval(() => {}, 1000);
`;

async function pids(wanted: number): Promise<number[]> {
  for (let tries = 0; tries < 200; tries++) {
    const found = (await readFile(path.join(folder, 'pids'), 'utf8').catch(() => ''))
      .split(' ')
      .filter(Boolean)
      .map(Number);
    if (found.length >= wanted) return found;
    await sleep(25);
  }
  throw new Error('it was not started again');
}

test('hands on what the program says when it is ready, and stops it', async () => {
  const running = await run(`${GREET} process.on('SIGTERM', () => process.exit(0));`);
  expect(await running.ready).toMatchObject({ signInLink: 'http://link' });
  const [pid = 0] = await pids(1);
  await running.stop();
  expect(isAlive(pid)).toBe(false);
  expect(said).toEqual([]);
});

test('starts a killed program again and says so', async () => {
  const running = await run(GREET);
  await running.ready;
  const [first = 0] = await pids(1);
  process.kill(first, 'SIGKILL');
  const [, second = 0] = await pids(2);
  expect(isAlive(second)).toBe(true);
  expect(said).toEqual([expect.stringContaining('worker ended (SIGKILL); starting it again in 0.05 s')]);
});

test('fails with the last words of a program that never got ready', async () => {
  const running = await run(`console.error('SMTP_URL must be a URL.'); process.exit(1);`);
  await expect(running.ready).rejects.toThrow(/worker ended \(code 1\):\s+SMTP_URL must be a URL\./);
});

test('closes the channel of its children when it is killed itself', async () => {
  await writeFile(path.join(folder, 'child.mjs'), `process.on('disconnect', () => process.exit(0)); ${GREET}`);
  const supervisor = await run(`
    import { fork } from 'node:child_process';
    fork(process.env.FOLDER + '/child.mjs', [], { detached: true });
    process.send({ type: 'ready' });
    setInterval(() => {}, 1000);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500);
  `);
  await supervisor.ready;
  const [child = 0] = await pids(1);
  await supervisor.stop();
  for (let tries = 0; isAlive(child) && tries < 100; tries++) await sleep(25);
  expect(isAlive(child)).toBe(false);
});
