import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RolePasswords } from '@relance/db/migrate';
import { writePrivateFile } from './write-private-file.ts';

export interface Secrets {
  owner: string;
  roles: RolePasswords;
  auth: string;
  /** Seals the passwords of mail servers. */
  mail: string;
}

/** Made once for a store and kept beside it; losing them closes the embedded store for good. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const secret = (): string => randomBytes(24).toString('base64url');
  const kept = text === null ? null : (JSON.parse(text) as Omit<Secrets, 'mail'> & Partial<Secrets>);
  if (kept?.mail !== undefined) return { ...kept, mail: kept.mail };
  const roles = { relance_app: secret(), relance_system: secret(), relance_auth: secret() };
  // a store that is older than one of its secrets keeps the others
  const secrets: Secrets = { owner: secret(), roles, auth: secret(), ...kept, mail: secret() };
  await writePrivateFile(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}
