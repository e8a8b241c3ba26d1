import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../../scripts/chromium.ts';
import { freePort } from '../../../scripts/processes/free-port.ts';
import { RunningStart } from '../../setup/running-start.ts';
import { readSettings } from '../../setup/settings.ts';
import { testFolder } from '../../setup/test-folder.ts';

export interface Account {
  email: string;
  password: string;
  role: 'manager' | 'collector' | 'admin';
}

/** The application that all browser tests of a run work on, and the browser they work with. */
export interface Application {
  url: string;
  apiKey: string;
  accounts: Account[];
  dataDir: string;
  /** Signs the demo manager in, once. */
  link: string;
  chromium: string;
}

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const VARIABLE = 'RELANCE_TEST_APPLICATION';

/** vitest's set-up of the browser tests: the application as `npm start` starts it, with its demo organisation. */
export default async function setup(): Promise<() => Promise<void>> {
  // one that stands already saves the start while tests are being written
  if (process.env[VARIABLE]) return () => Promise.resolve();
  const [dataDir, port, chromium] = await Promise.all([testFolder('e2e'), freePort(), findChromium()]);
  const running = new RunningStart(['scripts/start.mjs'], CHECKOUT, {
    RELANCE_DATA_DIR: dataDir,
    RELANCE_PORT: String(port),
    RELANCE_TEMPORAL_CLI: readSettings().temporalBinary,
  });
  const stop = async (): Promise<void> => {
    running.signal('SIGTERM');
    await running.end();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await running.says(/Ctrl-C to stop/, 220_000);
    const link = /^ +(http\S+)$/m.exec(running.output)?.[1] ?? '';
    const demo = JSON.parse(await readFile(path.join(dataDir, 'demo.json'), 'utf8')) as object;
    process.env[VARIABLE] = JSON.stringify({ ...demo, dataDir, link, chromium });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

export function readApplication(): Application {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('No application runs: use `npx vitest run --project e2e`, whose set-up starts it.');
  return JSON.parse(text) as Application;
}
