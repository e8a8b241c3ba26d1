import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

const run = promisify(execFile);
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

interface Routes {
  env?: NodeJS.ProcessEnv;
  installed?: string[];
  /** Each fetches a browser and returns its path, or throws a reason; in the order to try. */
  fetchers?: { name: string; fetch: () => Promise<string> }[];
}

/** A Chromium that runs: the named one, an installed one, Playwright's, else Debian's; fetched when it must be. */
export async function findChromium({
  env = process.env,
  installed = [...INSTALLED, chromium.executablePath()],
  fetchers = FETCHERS,
}: Routes = {}): Promise<string> {
  const named = env.RELANCE_CHROMIUM;
  if (named) {
    if (await runs(named)) return named;
    throw new Error(`RELANCE_CHROMIUM (${named}) does not run.`);
  }
  for (const candidate of installed) if (await runs(candidate)) return candidate;

  const tried: string[] = [];
  for (const { name, fetch } of fetchers) {
    try {
      const fetched = await fetch();
      if (await runs(fetched)) return fetched;
      tried.push(`${name}: ${fetched} does not run`);
    } catch (error) {
      tried.push(`${name}: ${lastLine(error)}`);
    }
  }
  throw new Error(
    ['No Chromium could be had for the browser tests. Set RELANCE_CHROMIUM. Tried:', ...tried].join('\n  - '),
  );
}

const FETCHERS = [
  { name: "Playwright's download", fetch: download },
  { name: "Debian's package", fetch: installPackage },
];

async function download(): Promise<string> {
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  // It tries several mirrors for minutes each where nothing answers.
  await run(process.execPath, [cli, 'install', 'chromium'], {
    timeout: 240_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return chromium.executablePath();
}

async function installPackage(): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error('only root may install it');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, timeout: 300_000 });
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'];
  await run('apt-get', args, { env, timeout: 600_000, maxBuffer: 64 << 20 });
  return '/usr/bin/chromium';
}

async function runs(binary: string): Promise<boolean> {
  return run(binary, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  return (stderr?.trim() || message).split('\n').at(-1) ?? message;
}
