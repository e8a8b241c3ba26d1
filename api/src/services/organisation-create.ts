import type { z } from 'zod';
import { newId } from '@relance/db';
import {
  deleteApiKeysOf,
  deleteMember,
  insertApiKeys,
  insertMember,
  insertOrganisation,
  updateActiveOrganisation,
} from '@relance/db/queries';
import { hashApiKey, newApiKey } from '../auth/api-key.ts';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/organisation.ts';
import { enterOrganisation } from './enter-organisation.ts';

/** A real organisation of the caller's: its manager from now on, and at work in it; a system gets a key to it. */
export async function createOrganisation(
  allowed: Allowed,
  { entityName, ...given }: z.infer<typeof schemas.organisationCreate>,
): Promise<z.infer<typeof schemas.organisationCreated>> {
  const { deps, caller, work } = allowed;
  const { session, actor } = caller;
  const id = newId();
  const apiKey = session ? null : newApiKey();
  // who may enter lives with identity, out of reach of this transaction: before an organisation that may fail, never after it
  if (session) await insertMember(deps.identity, session.userId, { orgId: id, role: 'manager' });
  if (apiKey !== null) {
    const row = { id: newId(), orgId: id, role: 'manager' as const, name: given.name, hash: hashApiKey(apiKey) };
    await insertApiKeys(deps.identity, [row]);
  }
  try {
    const { entityId } = await work(async (tx) => {
      await enterOrganisation(tx, id);
      const made = await insertOrganisation(tx, { id, ...given, entityName: entityName ?? given.name, actor });
      await enterOrganisation(tx, caller.organisationId);
      return made;
    });
    if (session) await updateActiveOrganisation(deps.identity, session.id, id);
    return { id, entityId, apiKey };
  } catch (error) {
    await deleteApiKeysOf(deps.identity, id);
    if (session) await deleteMember(deps.identity, session.userId, id);
    throw error;
  }
}
