import type { z } from 'zod';
import {
  findOrganisation,
  findUser,
  listMemberships,
  listOrganisations,
  updateActiveOrganisation,
  updatePreferences,
} from '@relance/db/queries';
import { allowed as allowedIn, type Allowed } from '../context.ts';
import { forbidden, notFound } from '../problem.ts';
import type * as schemas from '../schemas/session.ts';

type Me = z.infer<typeof schemas.me>;

/** Who is signed in, where, and where else they could work. */
export async function readMe(allowed: Allowed): Promise<Me> {
  const { deps, caller, work } = allowed;
  const { userId } = person(allowed);
  const [user, memberships, organisation] = await Promise.all([
    findUser(deps.identity, userId),
    listMemberships(deps.identity, userId),
    work((tx) => findOrganisation(tx, caller.organisationId)),
  ]);
  if (!user || !organisation) throw notFound('person');
  const organisations = await listOrganisations(
    deps.system,
    memberships.map(({ orgId }) => orgId),
  );
  const named = memberships.flatMap(({ orgId, role }) => {
    const found = organisations.find(({ id }) => id === orgId);
    return found ? [{ organisationId: orgId, name: found.name, role, sandbox: found.sandbox }] : [];
  });
  return { user, organisation, role: caller.role, memberships: named };
}

export async function setPreferences(allowed: Allowed, input: z.infer<typeof schemas.preferences>): Promise<Me> {
  await updatePreferences(allowed.deps.identity, person(allowed).userId, input);
  return readMe(allowed);
}

export async function setOrganisation(
  allowed: Allowed,
  { organisationId }: z.infer<typeof schemas.organisationChoice>,
): Promise<Me> {
  const { deps } = allowed;
  const session = person(allowed);
  const memberships = await listMemberships(deps.identity, session.userId);
  const chosen = memberships.find(({ orgId }) => orgId === organisationId);
  if (!chosen) throw notFound('organisation');
  await updateActiveOrganisation(deps.identity, session.id, organisationId);
  const caller = { ...allowed.caller, organisationId, role: chosen.role };
  return readMe(allowedIn({ deps, tx: null }, caller));
}

function person({ caller }: Allowed): { id: string; userId: string } {
  if (!caller.session) throw forbidden('not-a-person', 'An API key has no session.');
  return caller.session;
}
