import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';

const ROLES = ['relance_app', 'relance_system', 'relance_auth'] as const;
export type DatabaseRole = (typeof ROLES)[number];
export type RolePasswords = Record<DatabaseRole, string>;

interface MigrateRequest {
  ownerUrl: string;
  passwords: RolePasswords;
  migrationsFolder?: string;
}

// One number for everybody who migrates this database, so that two starts at once take turns.
const LOCK = 7_352_623;
const SECURITY = new URL('./security.sql', import.meta.url);
const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings the database to the present schema: roles first, because the migrations grant to them. */
export async function migrate({ ownerUrl, passwords, migrationsFolder = FOLDER }: MigrateRequest): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    for (const role of ROLES) await ensureRole(client, role, passwords[role]);
    if (existsSync(`${migrationsFolder}/meta/_journal.json`)) {
      await runMigrations(drizzle({ client }), { migrationsFolder });
      await client.query(`begin; ${await readFile(SECURITY, 'utf8')} commit`);
    }
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: DatabaseRole, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (!rowCount) await client.query(`create role ${role} nosuperuser nocreatedb nocreaterole noinherit`);
  await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  for (const { name } of rows)
    await client.query(`grant connect on database ${client.escapeIdentifier(name)} to ${role}`);
}

function passwordsFrom(env: NodeJS.ProcessEnv): RolePasswords {
  const password = (variable: string): string => {
    const url = env[variable];
    if (!url || !URL.canParse(url)) throw new Error(`${variable} must be a PostgreSQL URL.`);
    return decodeURIComponent(new URL(url).password);
  };
  return {
    relance_app: password('RELANCE_DB_APP_URL'),
    relance_system: password('RELANCE_DB_SYSTEM_URL'),
    relance_auth: password('RELANCE_DB_AUTH_URL'),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const ownerUrl = process.env.RELANCE_DB_OWNER_URL;
  if (!ownerUrl) throw new Error('RELANCE_DB_OWNER_URL must be the URL of the owner of the database.');
  await migrate({ ownerUrl, passwords: passwordsFrom(process.env) });
}
