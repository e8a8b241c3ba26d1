import { mkdir, readlink, realpath, symlink } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { type Account, canReach } from './account.ts';

/** Where root keeps what PostgreSQL's account must reach when it cannot enter the checkout. */
export async function outsideRoot(): Promise<string> {
  const places = ['/var/lib/relance', '/var/tmp/relance', path.join(os.tmpdir(), 'relance')];
  for (const place of places) {
    const made = await mkdir(place, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    );
    if (made) return place;
  }
  throw new Error(`None of ${places.join(', ')} can be written, and PostgreSQL's account cannot enter the checkout.`);
}

/**
 * The real data directory: `dataDir` itself, or where it points when PostgreSQL's account cannot get there.
 * The name carries a hash of `dataDir`, so that a copied checkout is told from the one that owns the store.
 */
export async function settleDataDir(dataDir: string, account: Account | null): Promise<string> {
  const parent = path.dirname(dataDir);
  await mkdir(parent, { recursive: true });
  const here = path.join(await realpath(parent), path.basename(dataDir));
  const owner = createHash('sha256').update(here).digest('hex').slice(0, 16);
  const target = await readlink(here).catch(() => null);
  if (target) {
    if (path.basename(target).startsWith(owner)) return target;
    throw new Error(`${here} points at ${target}, the store of another checkout; remove that link to start afresh.`);
  }
  if (!account || canReach(path.dirname(here), account)) return here;
  const clusters = path.join(await outsideRoot(), 'clusters');
  await mkdir(clusters, { recursive: true, mode: 0o755 });
  const outside = path.join(clusters, `${owner}-${randomBytes(4).toString('hex')}`);
  await symlink(outside, here);
  return outside;
}
