import path from 'node:path';
import { migrate } from '@relance/db/migrate';
import { Client } from 'pg';
import type { Database } from './database.ts';
import { runTool } from './run-tool.ts';
import type { Secrets } from './secrets.ts';
import { step } from './say.ts';

interface Store {
  checkout: string;
  database: Database;
  secrets: Secrets;
  seedEnv: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/** The present schema, and the demo organisation on a store that has none. */
export async function prepareStore({ checkout, database, secrets, seedEnv, signal }: Store): Promise<void> {
  await step('Migrations', () => migrate({ ownerUrl: database.url('owner'), passwords: secrets.roles }));
  if (await hasOrganisation(database.url('relance_system'))) return;
  const seed = path.join(checkout, 'worker', 'src', 'seed', 'main.ts');
  const complaint = 'The demo organisation could not be made';
  await step('Demo data', () =>
    runTool(complaint, process.execPath, ['--import', 'tsx', seed], { cwd: checkout, env: seedEnv, signal }),
  );
}

/** The seed asks the same; asking here spares a second start the program. An owner may be shut out of the rows. */
async function hasOrganisation(systemUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: systemUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from organisation limit 1');
    return Boolean(rowCount);
  } finally {
    await client.end();
  }
}
