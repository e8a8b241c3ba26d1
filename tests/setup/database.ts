import { randomBytes } from 'node:crypto';
import type { DatabaseRole } from '@relance/db/migrate';
import { Client } from 'pg';
import { readSettings, TEMPLATE } from './settings.ts';

export interface FreshDatabase {
  /** Connection URLs, one for each role. */
  owner: string;
  app: string;
  system: string;
  auth: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of the caller's own. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(TEMPLATE);
}

/** Another one with the same rows; nobody may be connected to the first. */
export function copyDatabase({ owner }: FreshDatabase): Promise<FreshDatabase> {
  return copyOf(new URL(owner).pathname.slice(1));
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const { adminUrl, passwords } = readSettings();
  const name = `relance_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${template}`);
  const url = (user: DatabaseRole): string => {
    const own = new URL(adminUrl);
    own.username = user;
    own.password = encodeURIComponent(passwords[user]);
    own.pathname = `/${name}`;
    return own.href;
  };
  const owner = new URL(adminUrl);
  owner.pathname = `/${name}`;
  return {
    owner: owner.href,
    app: url('relance_app'),
    system: url('relance_system'),
    auth: url('relance_auth'),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: readSettings().adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
