import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const runtime = fileURLToPath(import.meta.resolve('@relance/workflows/runtime'));
const SOURCES = [path.dirname(runtime), path.join(path.dirname(runtime), '..', 'contract')];

/** The file with the four shells as Temporal loads them: built when their sources have changed, else as it is. */
export async function workflowBundle(folder: string): Promise<string> {
  const file = path.join(folder, `workflows-${await stampOf(SOURCES)}.js`);
  if (await exists(file)) return file;
  const { code } = await bundleWorkflowCode({ workflowsPath: runtime, logger: new DefaultLogger('WARN') });
  await mkdir(folder, { recursive: true });
  // complete or absent: another process may be starting too
  const part = `${file}.${process.pid}`;
  await writeFile(part, code);
  await rename(part, file);
  return file;
}

async function stampOf(folders: string[]): Promise<string> {
  const hash = createHash('sha256');
  const require = createRequire(import.meta.url);
  hash.update((require('@temporalio/worker/package.json') as { version: string }).version);
  for (const folder of folders) {
    for (const name of (await readdir(folder)).toSorted()) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(await readFile(path.join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function exists(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
