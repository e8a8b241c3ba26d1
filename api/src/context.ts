import { inOrganisation, type Database, type TransactionOptions, type Tx } from '@relance/db';
import { sql } from 'drizzle-orm';
import type { Role } from '@relance/db/schema';
import type { Identity } from './auth/identity.ts';
import type { Log } from './log.ts';

/** What the process holds open; assembled once, by `openDeps`. */
export interface Deps {
  /** Role relance_app: everything of an organisation. */
  app: Database;
  /** Role relance_auth: identity. */
  identity: Database;
  /** Role relance_system: named tables across organisations. */
  system: Database;
  auth: Identity;
  log: Log;
  secret: string;
  /** Seals the passwords of mail servers. */
  mailKey: string;
  origin: string;
  version: string;
}

/** Who is asking: a person by session or another system by key. */
export interface Caller {
  /** `user:<id>` or `key:<id>`, as the audit log names it. */
  actor: string;
  /** User id, or `key:<id>`: what a task is assigned to. */
  assignee: string;
  organisationId: string;
  role: Role;
  /** Of the person; null: the organisation's. */
  language: 'fr' | 'en' | null;
  /** Set for systems. */
  keyId: string | null;
  /** Set for people. */
  session: { id: string; userId: string } | null;
}

/** Runs work in one transaction of the caller's organisation. */
export type Work = <Result>(work: (tx: Tx) => Promise<Result>, options?: TransactionOptions) => Promise<Result>;

export interface Context {
  deps: Deps;
  caller: Caller | null;
  /** Given when the whole request runs in a transaction that is already open (an idempotent POST). */
  tx: Tx | null;
}

/** What services get: a context whose caller is known and allowed. */
export interface Allowed {
  deps: Deps;
  caller: Caller;
  work: Work;
}

export function allowed({ deps, tx }: Pick<Context, 'deps' | 'tx'>, caller: Caller): Allowed {
  const work: Work = (run, options) =>
    tx ? runInside(tx, run, options) : inOrganisation(deps.app, caller.organisationId, run, options);
  return { deps, caller, work };
}

async function runInside<Result>(
  tx: Tx,
  run: (tx: Tx) => Promise<Result>,
  { statementTimeoutMs }: TransactionOptions = {},
): Promise<Result> {
  if (statementTimeoutMs) {
    await tx.execute(sql`select set_config('statement_timeout', ${String(statementTimeoutMs)}, true)`);
  }
  return run(tx);
}
