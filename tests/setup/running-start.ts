import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A supervisor that runs as its own process, seen as a person sees it. */
export class RunningStart {
  readonly #child: ChildProcess;
  output = '';

  constructor(args: string[], cwd: string, env: Record<string, string>) {
    this.#child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, detached: true });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
  }

  /** Waits until it has said something, and fails with all it said when it ends before. */
  async says(wanted: RegExp, milliseconds = 60_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!wanted.test(this.output)) {
      if (this.ended || Date.now() > end) throw new Error(`It never said ${String(wanted)}:\n${this.output}`);
      await sleep(50);
    }
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Its exit code, or the signal that ended it. */
  async end(milliseconds = 30_000): Promise<number | string> {
    const end = Date.now() + milliseconds;
    while (!this.ended) {
      if (Date.now() > end) throw new Error(`It does not end:\n${this.output}`);
      await sleep(50);
    }
    return this.#child.exitCode ?? this.#child.signalCode ?? 'unknown';
  }
}

/** The PostgreSQL server of a store. */
export async function postgresPid(dataDir: string): Promise<number> {
  const text = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}
