import { readFileSync } from 'node:fs';
import { readFile, readlink, realpath, unlink } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** What a PostgreSQL server writes about itself in its data directory. */
export interface Postmaster {
  pid: number;
  port: number;
}

const file = (dataDir: string): string => path.join(dataDir, 'postmaster.pid');

export async function readPostmaster(dataDir: string): Promise<Postmaster | null> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n');
  // A server that is just starting has not written its port yet.
  return pid && Number(pid) > 0 ? { pid: Number(pid), port: Number(port ?? 0) } : null;
}

export async function removePostmaster(dataDir: string): Promise<void> {
  await unlink(file(dataDir));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container whose first process reaps nobody, a killed orphan keeps its number for ever. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    // Gone since it was asked, or not ours to look at: the caller's signal has said that it lives.
    return false;
  }
}

/** Whether the process really serves this data directory: numbers are used again after a reboot. */
export async function servesDataDir(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    // A postmaster works in its data directory; what cannot be looked into counts as serving it.
    return folder === null ? isAlive(pid) : folder === (await realpath(dataDir));
  }
  const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({
    stdout: '',
  }));
  return stdout.includes(dataDir);
}
