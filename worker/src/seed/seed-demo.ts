import { randomBytes, createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { inOrganisation, newId, type Database } from '@relance/db';
import { forgetAdvance, nowOf, saveAssignmentList } from '@relance/db/queries';
import { buildPortfolio } from '@relance/db/seed';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { assignmentRules } from './assignment-rules.ts';
import { insertIdentity, PEOPLE, type SeedAccount } from './identity.ts';
import { insertLedger } from './insert-ledger.ts';
import { liveThrough } from './live-through.ts';
import { publishScenarios } from './publish-scenarios.ts';

export interface SeedRequest {
  /** Owner of the tables: throws away what an interrupted seed has left. */
  owner: Database;
  /** Role relance_auth. */
  identity: Database;
  deps: Deps;
  dataDir: string;
  /** `YYYY-MM-DD`. */
  firstDay: string;
  seed?: number;
}

/**
 * Founds the demo organisation on an empty store and lives through its first weeks; does nothing where anybody is a
 * member of anything. Who signs in comes last, so that a seed that was interrupted is begun again.
 */
export async function seedDemo(request: SeedRequest): Promise<{ organisationId: string } | null> {
  const { identity, owner, deps, firstDay, dataDir, seed } = request;
  if (await isInhabited(identity)) return null;
  await clear(owner);
  const organisationId = newId();
  const accounts = PEOPLE.map((person): SeedAccount => ({ ...person, id: newId(), password: secret(12) }));
  const portfolio = buildPortfolio({ firstDay, ...(seed === undefined ? {} : { seed }) });
  const ledger = await insertLedger(deps.app, organisationId, portfolio, accounts);
  const scenarios = await publishScenarios(deps.app, organisationId);
  await inOrganisation(deps.app, organisationId, async (tx) => {
    const at = await nowOf(tx, organisationId);
    await saveAssignmentList(tx, organisationId, { rules: assignmentRules(scenarios), actor: 'system', at });
  });
  await liveThrough(deps, organisationId, { portfolio, ledger, accounts });
  await inOrganisation(deps.app, organisationId, (tx) => forgetAdvance(tx, organisationId));
  const apiKey = `rk_${secret(32)}`;
  await writeFacts(dataDir, {
    apiKey,
    accounts: accounts.map(({ email, password, role, name }) => ({ email, password, role, name })),
  });
  await insertIdentity(identity, organisationId, accounts, createHash('sha256').update(apiKey).digest('hex'));
  return { organisationId };
}

async function isInhabited(identity: Database): Promise<boolean> {
  const { rows } = await identity.execute(sql`
    select 1 from auth.member union all select 1 from auth.api_key limit 1`);
  return rows.length > 0;
}

/** Nobody can sign in: whatever is there belongs to a seed that did not end. */
async function clear(owner: Database): Promise<void> {
  const { rows } = await owner.execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`);
  await owner.execute(sql.raw(`truncate ${rows.map((row) => row.name).join(', ')}`));
}

/** What a start has to know, in one move: readers see nothing or all of it. */
async function writeFacts(dataDir: string, facts: unknown): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, 'demo-seed.json');
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(facts, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
