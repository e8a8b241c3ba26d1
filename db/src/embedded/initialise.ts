import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
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
  const draft = `${dataDir}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const secret = await mkdtemp(path.join(os.tmpdir(), 'relance-'));
  const passwordFile = path.join(secret, 'password');
  try {
    await writeFile(passwordFile, `${credentials.password}\n`, { mode: 0o600 });
    await chmod(secret, 0o700);
    if (account) for (const one of [draft, secret, passwordFile]) await chown(one, account.uid, account.gid);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const login = ['-U', credentials.user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const sync = durable ? [] : ['--no-sync'];
    await promisify(execFile)(initdb, ['-D', draft, ...login, ...locale, ...sync, '--no-instructions'], {
      ...account,
      cwd: path.dirname(initdb),
    });
    await rename(draft, dataDir);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}
