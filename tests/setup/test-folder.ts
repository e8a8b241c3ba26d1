import { chmod, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { readSettings } from './settings.ts';

/** A folder of the caller's own inside the run's, so that the next run clears what a killed one leaves. */
export async function testFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(readSettings().folder, `${name}-`));
  // PostgreSQL's unprivileged account passes through it.
  await chmod(folder, 0o711);
  return folder;
}
