import type { z } from 'zod';
import { newId, seal } from '@relance/db';
import {
  findOrganisation,
  findUser,
  insertInvitation,
  listMembers,
  nowOf,
  planStaffMail,
  readInvitations,
  readStaffMails,
  revokeInvitation as withdraw,
} from '@relance/db/queries';
import { hashInvitationToken, newInvitationToken } from '../auth/invitation-token.ts';
import type { Allowed } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import type * as schemas from '../schemas/invitation.ts';
import { invitationMail } from './staff-text.ts';

const GOOD_FOR_MS = 7 * 24 * 3_600_000;

/** Offers a place: the link is given to the caller once and leaves by mail; an earlier link to that address ends. */
export async function createInvitation(
  { caller, deps, work }: Allowed,
  { email, name, role }: z.infer<typeof schemas.invitationCreate>,
): Promise<z.infer<typeof schemas.invitationCreated>> {
  const { organisationId, actor, session } = caller;
  const { members, organisation, at } = await work(async (tx) => ({
    members: await listMembers(tx, organisationId),
    organisation: await findOrganisation(tx, organisationId),
    at: await nowOf(tx, organisationId),
  }));
  if (!organisation) throw notFound('organisation');
  if (members.some((member) => member.email.toLowerCase() === email)) {
    throw conflict('already-member', 'Somebody with that address belongs to the organisation already.');
  }
  const token = newInvitationToken();
  const id = newId();
  const expiresAt = new Date(Date.now() + GOOD_FOR_MS);
  await insertInvitation(
    deps.identity,
    {
      id,
      orgId: organisationId,
      email,
      name,
      role,
      tokenHash: hashInvitationToken(token),
      invitedBy: actor,
      expiresAt,
    },
    { at, actor, kind: 'invitation-created', ref: id, data: { role } },
  );
  const link = `${deps.origin}/invitation/${token}`;
  const host = session ? await findUser(deps.identity, session.userId) : undefined;
  const { subject, ...body } = invitationMail(organisation.language, {
    organisation: organisation.name,
    name,
    invitedBy: host?.name ?? organisation.name,
    link,
    replyTo: host?.email ?? email,
  });
  await work((tx) =>
    planStaffMail(tx, organisationId, {
      id: newId(),
      kind: 'invitation',
      ref: id,
      to: email,
      subject,
      body: seal(deps.mailKey, organisationId, JSON.stringify(body)),
      actor,
      at,
    }),
  );
  return { id, link, expiresAt: expiresAt.toISOString() };
}

export async function listInvitations({ caller, deps, work }: Allowed): Promise<z.infer<typeof schemas.invitations>> {
  const rows = await readInvitations(deps.identity, caller.organisationId);
  const mails = await work((tx) =>
    readStaffMails(
      tx,
      caller.organisationId,
      rows.map(({ id }) => id),
    ),
  );
  return {
    items: rows.map(({ id, email, name, role, expiresAt }) => ({
      id,
      email,
      name,
      role,
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt.getTime() <= Date.now(),
      mail: mails.find(({ ref }) => ref === id)?.status ?? null,
    })),
  };
}

export async function revokeInvitation(
  { caller, deps, work }: Allowed,
  { id }: z.infer<typeof schemas.invitationId>,
): Promise<z.infer<typeof schemas.done>> {
  const { organisationId, actor } = caller;
  const at = await work((tx) => nowOf(tx, organisationId));
  const entry = { at, actor, kind: 'invitation-withdrawn', ref: id };
  if (!(await withdraw(deps.identity, { organisationId, id }, entry))) throw notFound('invitation');
  return {};
}
