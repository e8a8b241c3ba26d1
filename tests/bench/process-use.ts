import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Resident memory of a process in MiB. */
export async function memoryOf(pid: number | null): Promise<number> {
  return Number(await ask(pid, 'rss')) / 1_024;
}

/** Seconds of CPU that a process has used so far, to the second. */
export async function cpuOf(pid: number | null): Promise<number> {
  // [days-]hours:minutes:seconds
  const [seconds = 0, minutes = 0, hours = 0, days = 0] = (await ask(pid, 'time'))
    .split(/[-:]/)
    .map(Number)
    .toReversed();
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

async function ask(pid: number | null, what: 'rss' | 'time'): Promise<string> {
  if (pid === null) throw new Error('the process has ended');
  const { stdout } = await run('ps', ['-o', `${what}=`, '-p', String(pid)]);
  return stdout.trim();
}
