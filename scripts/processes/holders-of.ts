import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The live processes that were started on a file or folder, or (on Linux) have it open. */
export async function holdersOf(place: string): Promise<number[]> {
  if (process.platform !== 'linux') return listed(place);
  const holders: number[] = [];
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    if ((await namesIt(pid, place)) || (await hasItOpen(pid, place))) holders.push(pid);
  }
  return holders;
}

/** What a process was started with; empty when it has ended or is not ours to look at. */
export async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  }
  const asked = promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']);
  return (await asked.catch(() => ({ stdout: '' }))).stdout.trim();
}

async function namesIt(pid: number, place: string): Promise<boolean> {
  return ` ${await commandLine(pid)} `.includes(` ${place} `);
}

async function hasItOpen(pid: number, place: string): Promise<boolean> {
  const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const targets = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  return targets.some((target) => isWithin(target, place));
}

function isWithin(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

async function listed(place: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,command='], { maxBuffer: 16 << 20 });
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes(place))
    .map((line) => Number(line.split(' ', 1)[0]))
    .filter((pid) => pid !== process.pid);
}
