import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inOrganisation, openDatabase, type Database } from '@relance/db';
import { beginAdvance, nowOf, readClockState } from '@relance/db/queries';
import { stepOrganisation } from '@relance/worker/sandbox';
import { seedDemo } from '@relance/worker/seed';
import { emailProviders } from '@relance/worker/testing';
import pino from 'pino';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import type { World } from './world.ts';

export const DEMO_FIRST_DAY = '2026-11-23';

/** What a start tells whoever tries the demo. */
export interface DemoFacts {
  apiKey: string;
  accounts: { email: string; password: string; role: string }[];
}

export interface FoundDemo {
  database: FreshDatabase;
  organisationId: string;
  facts: DemoFacts;
}

/** The demo organisation on its first day, in a database of its own to which nobody is connected. */
export async function foundDemo(): Promise<FoundDemo> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'relance-demo-'));
  const dbs = [database.owner, database.app, database.system, database.auth].map((url) =>
    openDatabase(url, { max: 6 }),
  );
  const [owner, app, system, identity] = dbs as [Database, Database, Database, Database];
  try {
    const deps = {
      app,
      system,
      log: pino({ level: 'silent' }),
      emailProvider: emailProviders(app, null, null),
      mailKey: null,
    };
    const seeded = await seedDemo({ owner, identity, deps, dataDir, firstDay: DEMO_FIRST_DAY });
    if (!seeded) throw new Error('the store was not empty');
    const facts = JSON.parse(await readFile(path.join(dataDir, 'demo-seed.json'), 'utf8')) as DemoFacts;
    return { database, organisationId: seeded.organisationId, facts };
  } finally {
    await Promise.all(dbs.map((db) => db.$client.end()));
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Takes a sandbox's clock on by a number of days and does all that falls due, as its workflow does. */
export async function liveDays({ deps }: World, organisationId: string, days: number): Promise<void> {
  const inside = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]): Promise<Result> =>
    inOrganisation(deps.app, organisationId, work);
  await inside(async (tx) => {
    const from = await nowOf(tx, organisationId);
    const to = new Date(Date.parse(from) + days * 86_400_000).toISOString();
    await beginAdvance(tx, organisationId, { from, to, via: 'direct' });
  });
  for (;;) {
    await stepOrganisation(deps, organisationId, null);
    const { advancingTo } = await inside((tx) => readClockState(tx, organisationId));
    if (advancingTo === null) return;
  }
}
