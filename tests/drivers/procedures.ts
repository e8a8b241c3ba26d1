import { appRouter, type Deps } from '@relance/api/testing';
import type { Database } from '@relance/db';
import type { Role } from '@relance/db/schema';

/** The procedures as a person of that organisation calls them, in this process, on a database that a test holds. */
export function procedures(app: Database, organisationId: string, role: Role = 'manager') {
  // what is asked of here works on the rows of the organisation alone
  const deps = { app } as unknown as Deps;
  const caller = {
    actor: `user:${role}`,
    assignee: role,
    organisationId,
    role,
    language: null,
    keyId: null,
    session: null,
  };
  return appRouter.createCaller({ deps, caller, tx: null });
}

/** The problem with which a call was refused. */
export async function problemOf(call: Promise<unknown>): Promise<{ status: number; code: string; errors?: unknown }> {
  try {
    await call;
  } catch (error) {
    const { status, code, members } = (error as { cause: { status: number; code: string; members: object } }).cause;
    return { status, code, ...members };
  }
  throw new Error('it was not refused');
}
