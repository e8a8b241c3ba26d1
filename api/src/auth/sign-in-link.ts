import { createHash, randomBytes } from 'node:crypto';
import { insertVerification, takeVerification } from '@relance/db/queries';
import type { Database } from '@relance/db';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';

const PREFIX = 'sign-in-link:';
const GOOD_FOR_MS = 15 * 60_000;

// the database keeps a digest, so that who reads it cannot sign in
const identifierOf = (token: string): string => PREFIX + createHash('sha256').update(token).digest('hex');

/** Makes a link that signs one user in once. */
export async function makeSignInLink(identity: Database, origin: string, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + GOOD_FOR_MS);
  await insertVerification(identity, { identifier: identifierOf(token), value: userId, expiresAt });
  return `${origin}/api/sign-in/${token}`;
}

/** Takes the token of such a link: session and redirect to the application, or to its sign-in page. */
export function signInLink(identity: Database) {
  return {
    id: 'sign-in-link',
    endpoints: {
      openSignInLink: createAuthEndpoint('/sign-in-link/:token', { method: 'GET' }, async (ctx) => {
        const userId = await takeVerification(identity, identifierOf(ctx.params.token));
        const user = userId ? await ctx.context.internalAdapter.findUserById(userId) : null;
        if (!user) throw ctx.redirect('/sign-in?reason=link-used');
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        throw ctx.redirect('/');
      }),
    },
  } satisfies BetterAuthPlugin;
}
