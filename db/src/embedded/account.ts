import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The unprivileged account that runs PostgreSQL when we are root, which PostgreSQL refuses to be. */
export interface Account {
  uid: number;
  gid: number;
}

const PREFERRED = ['postgres', 'nobody', 'daemon'];

/** Null when we are not root. An existing data directory keeps the owner it has. */
export function chooseAccount(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  // initdb looks its account up by name, so that only one listed in the password file will do.
  const accounts = parseAccounts(readFileSync('/etc/passwd', 'utf8'));
  for (const name of PREFERRED) {
    const account = accounts.get(name);
    if (account && account.uid !== 0) return account;
  }
  const listed = PREFERRED.join(', ');
  throw new Error(`PostgreSQL does not run as root and this machine has none of the accounts ${listed}.`);
}

export function parseAccounts(passwd: string): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) accounts.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}

/** Whether the account can enter a folder and everything above it, by permission bits. */
export function canReach(folder: string, account: Account): boolean {
  return ancestors(folder).every((part) => allows(part, account, 0o1));
}

export function canRead(folder: string, account: Account): boolean {
  return canReach(folder, account) && allows(folder, account, 0o5);
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [...ancestors(parent), folder];
}

function allows(folder: string, account: Account, bits: number): boolean {
  const { mode, uid, gid } = statSync(folder);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}
