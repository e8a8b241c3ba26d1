import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './run-tool.ts';

// What ends up in the browser: the application itself, and the pure doors of workflows.
const SOURCES = ['designer', 'workflows/src', 'package-lock.json'];
const SKIPPED = new Set(['node_modules', 'dist', '.turbo']);

/** Builds the web application when its sources changed since the last build; says whether it did. */
export async function buildWeb(checkout: string, signal: AbortSignal): Promise<boolean> {
  const built = path.join(checkout, 'designer', 'dist');
  const stamp = await hashOf([...SOURCES.map((source) => path.join(checkout, source)), fileURLToPath(import.meta.url)]);
  if ((await readFile(path.join(built, '.stamp'), 'utf8').catch(() => '')) === stamp) return false;
  // Beside its place, then moved: a kill leaves the old application or the new one.
  const draft = path.join(checkout, '.relance', `web-${process.pid}`);
  await mkdir(path.dirname(draft), { recursive: true });
  try {
    const vite = path.join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
    const args = [vite, 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'];
    await runTool('The web application does not build', process.execPath, args, {
      cwd: path.join(checkout, 'designer'),
      // under a test runner it says `test`, and vite would pack the development build of React
      env: { ...process.env, NODE_ENV: 'production' },
      signal,
    });
    await writeFile(path.join(draft, '.stamp'), stamp);
    const old = `${draft}-old`;
    if (existsSync(built)) await rename(built, old);
    await rename(draft, built);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return true;
}

async function hashOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(source)) hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (!entries) return [place];
  const wanted = entries.filter(({ name }) => !SKIPPED.has(name) && !/\.test\.tsx?$/.test(name));
  const nested = await Promise.all(wanted.map(({ name }) => filesOf(path.join(place, name))));
  return nested.flat().toSorted();
}
