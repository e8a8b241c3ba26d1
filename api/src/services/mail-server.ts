import type { z } from 'zod';
import { newId, seal, type Tx } from '@relance/db';
import {
  appendAudit,
  deleteMailServer,
  findStaffMail,
  findUser,
  nowOf,
  planStaffMail,
  readDay,
  readMailServer,
  writeMailServer,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { forbidden, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/organisation.ts';
import { testMail } from './staff-text.ts';

type Server = z.infer<typeof schemas.mailServer>;
type Test = z.infer<typeof schemas.mailTest>;

export function getMailServer({ caller, work }: Allowed): Promise<Server> {
  return work((tx) => serverOf(tx, caller.organisationId));
}

/** Its password is sealed before it reaches the database; without a new one the kept one stays, for the same server. */
export function setMailServer(
  { caller, deps, work }: Allowed,
  { password, ...given }: z.infer<typeof schemas.mailServerSet>,
): Promise<Server> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = await readMailServer(tx, organisationId);
    const moved = before !== null && (before.host !== given.host || before.username !== given.username);
    if (password === undefined && moved && before.password !== null) {
      // a kept password must not be sent to a server that it was not meant for
      const errors = [{ path: 'password', message: 'must be given again for another server or user' }];
      throw refused('password-needed', 'The password must be given again.', { errors });
    }
    const sealed = typeof password === 'string' ? seal(deps.mailKey, organisationId, password) : null;
    await writeMailServer(tx, organisationId, {
      ...given,
      password: password === undefined ? (before?.password ?? null) : sealed,
    });
    await note(tx, {
      organisationId,
      actor,
      kind: 'mail-server-set',
      data: { ...given, newPassword: sealed !== null },
    });
    return serverOf(tx, organisationId);
  });
}

export function removeMailServer({ caller, work }: Allowed): Promise<Server> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    if (await deleteMailServer(tx, organisationId)) {
      await note(tx, { organisationId, actor, kind: 'mail-server-removed' });
    }
    return serverOf(tx, organisationId);
  });
}

/** Leaves a test message to the caller's own address for the worker; `mailTest` says what became of it. */
export async function testMailServer({ caller, deps, work }: Allowed): Promise<Test> {
  const { organisationId, actor, session } = caller;
  if (!session) throw forbidden('not-a-person', 'An API key has no address to write to.');
  const user = await findUser(deps.identity, session.userId);
  if (!user) throw notFound('person');
  const id = newId();
  return work(async (tx) => {
    const { now, language } = await readDay(tx, organisationId);
    const { subject, ...body } = testMail(caller.language ?? language, { name: user.name, replyTo: user.email });
    await planStaffMail(tx, organisationId, {
      id,
      kind: 'test',
      ref: null,
      to: user.email,
      subject,
      body: seal(deps.mailKey, organisationId, JSON.stringify(body)),
      actor,
      at: now,
    });
    await note(tx, { organisationId, actor, kind: 'mail-tested' });
    return { id, to: user.email, status: 'planned' as const, reason: null, detail: null };
  });
}

export async function getMailTest(
  { caller, work }: Allowed,
  { id }: z.infer<typeof schemas.mailTestGet>,
): Promise<Test> {
  const row = await work((tx) => findStaffMail(tx, caller.organisationId, id));
  if (!row || row.ref !== null) throw notFound('test');
  const { to, status, reason, detail } = row;
  return { id, to, status, reason, detail };
}

async function serverOf(tx: Tx, organisationId: string): Promise<Server> {
  const row = await readMailServer(tx, organisationId);
  if (!row) return { server: null };
  const { host, port, security, username, password, testedAt } = row;
  return { server: { host, port, security, username, hasPassword: password !== null, testedAt } };
}

async function note(
  tx: Tx,
  { organisationId, ...entry }: { organisationId: string; actor: string; kind: string; data?: Record<string, unknown> },
): Promise<void> {
  const at = await nowOf(tx, organisationId);
  await appendAudit(tx, organisationId, [{ at, ref: organisationId, ...entry }]);
}
