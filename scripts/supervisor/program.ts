import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopProcess } from '../processes/stop-process.ts';
import { lastWords } from './last-words.ts';
import { openLog } from './open-log.ts';
import type { Say } from './say.ts';

interface ProgramOptions {
  name: string;
  /** The file to run. */
  main: string;
  cwd: string;
  logFile: string;
  /** Asked at each start: a server may have moved. */
  env: () => NodeJS.ProcessEnv;
  say: Say;
  /** Loader arguments of Node. */
  execArgv?: string[];
  firstPause?: number;
}

export type Ready = { type: 'ready' } & Record<string, unknown>;

const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;
const STOP = { signal: 'SIGTERM', patience: 12_000 } as const;

/**
 * Runs api or worker, and starts it again when it crashes. It is in a process group of its own, so that Ctrl-C reaches
 * it through us alone; when we are killed its channel closes, which is its sign to end.
 */
export class Program {
  /** Resolves at its first ready message; rejects when it ends before. */
  readonly ready: Promise<Ready>;
  readonly #options: ProgramOptions;
  readonly #stopping = new AbortController();
  #child: ChildProcess | null = null;
  #life: Promise<void> = Promise.resolve();

  constructor(options: ProgramOptions) {
    this.#options = options;
    this.ready = new Promise((resolve, reject) => {
      this.#life = this.#live(resolve).catch(reject);
    });
  }

  /** Of its present life; null between two lives. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#child?.pid) await stopProcess(this.#child.pid, STOP);
    await this.#life;
  }

  async #live(greet: (message: Ready) => void): Promise<void> {
    const { name, logFile, say, firstPause = 1000 } = this.#options;
    const { signal } = this.#stopping;
    let pause = firstPause;
    let greeted = false;
    const onReady = (message: Ready): void => {
      greeted = true;
      greet(message);
    };
    while (!signal.aborted) {
      const started = Date.now();
      const words = `${name} ended (${await this.#runOnce(onReady)})`;
      if (signal.aborted) return;
      if (!greeted) throw new Error(`${words}:\n    ${await lastWords(logFile)}`);
      if (Date.now() - started > STEADY_MS) pause = firstPause;
      say(`${words}; starting it again in ${pause / 1000} s. See ${logFile}`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** From its start to its end, which it describes. */
  async #runOnce(onReady: (message: Ready) => void): Promise<string> {
    const { main, cwd, logFile, env, execArgv = ['--import', 'tsx'] } = this.#options;
    const log = await openLog(logFile);
    const stdio = ['ignore', log.fd, log.fd, 'ipc'] as const;
    const child = fork(main, [], { cwd, env: env(), execArgv, detached: true, stdio: [...stdio] });
    this.#child = child;
    child.on('message', (message) => {
      if (isReady(message)) onReady(message);
    });
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    // The child has its own copy; who holds the log is how left-overs are found.
    await log.close();
    const words = await ended;
    this.#child = null;
    return words;
  }
}

function isReady(message: unknown): message is Ready {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
