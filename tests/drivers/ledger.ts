import { inOrganisation, newId, openDatabase, type Database, type Tx } from '@relance/db';
import { createImport, listRejections, type ImportJob, type NewImport } from '@relance/db/queries';
import * as t from '@relance/db/schema';
import pino from 'pino';
import { freshDatabase } from '../setup/database.ts';
import { runImport } from './run-import.ts';

/** A sandbox organisation with one entity and an empty ledger, and imports run as their workflow runs them. */
export interface Ledger {
  app: Database;
  /** Of role relance_app. */
  url: string;
  org: string;
  entityId: string;
  at: string;
  work<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  start(request: Partial<NewImport> & { text?: string }): Promise<string>;
  finish(importId: string): Promise<ImportJob>;
  /** Starts an import and takes it to its end. */
  read(request: Partial<NewImport> & { text?: string }): Promise<ImportJob>;
  rejections(importId: string): Promise<{ line: number; field: string; value: string; reason: string }[]>;
  close(): Promise<void>;
}

export async function openLedger({
  at = '2026-11-23T07:30:00.000Z',
  country = 'FR',
  currency = 'EUR',
} = {}): Promise<Ledger> {
  const fresh = await freshDatabase();
  const app = openDatabase(fresh.app, { max: 5 });
  const [org, entityId] = [newId(), newId()];
  const work = <Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> => inOrganisation(app, org, run);
  await work(async (tx) => {
    await tx.insert(t.organisation).values({ id: org, name: 'Test', sandbox: true, country, currency });
    await tx.insert(t.clock).values({ orgId: org, anchorReal: new Date().toISOString(), anchorOrg: at, speed: 0 });
    await tx.insert(t.entity).values({ id: entityId, orgId: org, name: 'Lumen' });
  });
  const deps = { app, log: pino({ level: 'silent' }) };
  const ledger: Ledger = {
    app,
    url: fresh.app,
    org,
    entityId,
    at,
    work,
    start: ({ text = '', ...request }) =>
      work((tx) =>
        createImport(tx, org, {
          kind: 'invoices',
          filename: 'ledger.csv',
          bytes: Buffer.from(text),
          createdBy: 'user:1',
          at,
          ...request,
        }),
      ),
    finish: (importId) => runImport(deps, org, importId),
    read: async (request) => ledger.finish(await ledger.start(request)),
    rejections: (importId) => work((tx) => listRejections(tx, org, importId, { limit: 200 })),
    async close() {
      await app.$client.end();
      await fresh.drop();
    },
  };
  return ledger;
}
