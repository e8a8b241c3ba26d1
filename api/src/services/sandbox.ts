import type { z } from 'zod';
import { newId } from '@relance/db';
import { deleteApiKeysOf, findOrganisation, insertApiKeys, insertMember, insertSandbox } from '@relance/db/queries';
import { hashApiKey, newApiKey } from '../auth/api-key.ts';
import type { Allowed } from '../context.ts';
import { forbidden } from '../problem.ts';
import type * as schemas from '../schemas/sandbox.ts';
import { enterOrganisation } from './enter-organisation.ts';

const ROLES = ['manager', 'collector', 'admin'] as const;

/** An empty sandbox of the caller's own, with a key for each role; who made it by hand may also enter it. */
export async function createSandbox(
  allowed: Allowed,
  { name, now }: z.infer<typeof schemas.sandboxCreate>,
): Promise<z.infer<typeof schemas.sandboxCreated>> {
  await requireSandbox(allowed);
  const { deps, caller, work } = allowed;
  const id = newId();
  const keys = { manager: newApiKey(), collector: newApiKey(), admin: newApiKey() };
  // keys live with identity, out of reach of this transaction: before an organisation that may fail, never after it
  await insertApiKeys(
    deps.identity,
    ROLES.map((role) => ({ id: newId(), orgId: id, role, name: role, hash: hashApiKey(keys[role]) })),
  );
  try {
    await work(async (tx) => {
      await enterOrganisation(tx, id);
      await insertSandbox(tx, { id, name, now, actor: caller.actor });
      await enterOrganisation(tx, caller.organisationId);
    });
  } catch (error) {
    await deleteApiKeysOf(deps.identity, id);
    throw error;
  }
  if (caller.session) await insertMember(deps.identity, caller.session.userId, { orgId: id, role: 'manager' });
  return { id, apiKey: keys.manager, keys, now };
}

/** Refuses outside sandboxes. */
export async function requireSandbox({ caller, work }: Allowed): Promise<void> {
  const organisation = await work((tx) => findOrganisation(tx, caller.organisationId));
  if (!organisation?.sandbox) throw forbidden('not-a-sandbox', 'Only a sandbox can do this.');
}
