import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Credentials } from './prove.ts';

interface Request {
  initdb: string;
  dataDir: string;
  account: Account | null;
  credentials: Credentials;
  durable: boolean;
}

/** Makes a cluster beside its place and moves it there when it is whole, so that a kill leaves nothing half made. */
export async function initialise({ initdb, dataDir, account, credentials, durable }: Request): Promise<void> {
  await removeDrafts(dataDir);
  // A name of its own: the initdb of a killed start may still be writing to the last one.
  const draft = `${dataDir}.draft-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    await writeFile(passwordFile, `${credentials.password}\n`, { mode: 0o600, flag: 'wx' });
    if (account) for (const one of [draft, passwordFile]) await chown(one, account.uid, account.gid);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const login = ['-U', credentials.user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const sync = durable ? [] : ['--no-sync'];
    await promisify(execFile)(initdb, ['-D', draft, ...login, ...locale, ...sync, '--no-instructions'], {
      ...account,
      cwd: path.dirname(initdb),
    });
    await rename(draft, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function removeDrafts(dataDir: string): Promise<void> {
  const parent = path.dirname(dataDir);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${path.basename(dataDir)}.draft-`)) continue;
    await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
