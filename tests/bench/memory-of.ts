import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Resident memory of a process in MiB. */
export async function memoryOf(pid: number | null): Promise<number> {
  if (pid === null) throw new Error('the process has ended');
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1_024;
}
