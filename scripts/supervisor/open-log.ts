import { mkdir, open, rename, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

const LARGEST = 20 << 20;

/** A private log to append to; one that has grown large is put aside first, and replaces the one put aside before. */
export async function openLog(logFile: string): Promise<FileHandle> {
  await mkdir(path.dirname(logFile), { recursive: true });
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST) await rename(logFile, `${logFile}.old`);
  return open(logFile, 'a', 0o600);
}
