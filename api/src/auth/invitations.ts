import { newId, type Database } from '@relance/db';
import {
  findInvitation,
  findUserByEmail,
  readOrganisationHead,
  takeInvitation,
  updateActiveOrganisation,
  type NewPerson,
} from '@relance/db/queries';
import { APIError, createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';
import { z } from 'zod';
import { filled } from '../schemas/text.ts';
import { hashInvitationToken } from './invitation-token.ts';

interface Databases {
  identity: Database;
  system: Database;
}

const token = z.string().regex(/^[\w-]{20,100}$/);
const look = z.strictObject({ token });
const accept = z.strictObject({
  token,
  /** For somebody who has no account yet. */
  name: filled(200).optional(),
  password: z.string().min(10).max(200).optional(),
});

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/**
 * What the page behind an invitation's link asks: what it offers, and to take it. The person who signs in with that
 * address just joins; somebody new gives a name and a password. The token is good once and only ever sent in a body.
 */
export function invitations(databases: Databases) {
  const { identity } = databases;
  return {
    id: 'invitations',
    endpoints: {
      lookAtInvitation: createAuthEndpoint('/invitation/look', { method: 'POST', body: look }, async (ctx) => {
        const { invitation, organisation } = await read(databases, ctx.body.token);
        const { email, name, role } = invitation;
        const [known, session] = [await findUserByEmail(identity, email), await getSessionFromCtx(ctx)];
        return ctx.json({
          state: stateOf(invitation),
          organisation: organisation.name,
          email,
          name,
          role,
          known: known !== undefined,
          signedInAs: session?.user.email ?? null,
        });
      }),
      acceptInvitation: createAuthEndpoint('/invitation/accept', { method: 'POST', body: accept }, async (ctx) => {
        const { invitation, organisation } = await read(databases, ctx.body.token);
        const known = await findUserByEmail(identity, invitation.email);
        const session = await getSessionFromCtx(ctx);
        // a link that was forwarded must not let somebody into another one's account
        if (known && session?.user.id !== known.id) {
          throw new APIError('CONFLICT', { code: 'SIGN_IN_FIRST', message: 'Sign in with the invited address first.' });
        }
        const userId = known?.id ?? newId();
        const { name, password } = ctx.body;
        if (!known && (name === undefined || password === undefined)) {
          throw new APIError('BAD_REQUEST', { code: 'BAD_INPUT', message: 'A name and a password are needed.' });
        }
        const person: NewPerson | null =
          known || name === undefined || password === undefined
            ? null
            : {
                id: userId,
                name: name.trim(),
                email: invitation.email,
                passwordHash: await ctx.context.password.hash(password),
              };
        const taking = { tokenHash: invitation.tokenHash, userId, person };
        if (!(await takeInvitation(identity, taking, organisation.now))) {
          throw new APIError('CONFLICT', {
            code: 'INVITATION_CLOSED',
            message: 'This invitation is not open any more.',
          });
        }
        if (session && known) {
          await updateActiveOrganisation(identity, session.session.id, invitation.orgId);
          return ctx.json({ organisationId: invitation.orgId });
        }
        const user = await ctx.context.internalAdapter.findUserById(userId);
        if (!user) throw new Error(`the user ${userId} was not written`);
        const opened = await ctx.context.internalAdapter.createSession(userId);
        await setSessionCookie(ctx, { session: opened, user });
        await updateActiveOrganisation(identity, opened.id, invitation.orgId);
        return ctx.json({ organisationId: invitation.orgId });
      }),
    },
  } satisfies BetterAuthPlugin;
}

async function read({ identity, system }: Databases, given: string) {
  const invitation = await findInvitation(identity, hashInvitationToken(given));
  const organisation = invitation && (await readOrganisationHead(system, invitation.orgId));
  if (!organisation) {
    throw new APIError('NOT_FOUND', { code: 'NOT_FOUND', message: 'There is no such invitation.' });
  }
  return { invitation, organisation };
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: Invitation): 'open' | 'used' | 'withdrawn' | 'expired' {
  if (acceptedAt) return 'used';
  if (revokedAt) return 'withdrawn';
  return expiresAt.getTime() <= Date.now() ? 'expired' : 'open';
}
