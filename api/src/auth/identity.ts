import type { Database } from '@relance/db';
import { session, signInAccount, user, verification } from '@relance/db/schema';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Log } from '../log.ts';
import { invitations } from './invitations.ts';
import { signInLink } from './sign-in-link.ts';

export const AUTH_PATH = '/api/auth';
/** Set by us alone on the way to better-auth; what a client sends under this name is thrown away. */
export const CLIENT_IP = 'x-relance-client-ip';

interface IdentityOptions {
  identity: Database;
  /** Role relance_system: names an organisation to somebody who is not in it yet. */
  system: Database;
  origin: string;
  secret: string;
  log: Log;
  /** Sign-ins a minute and address; tests ask for more. */
  signInsPerMinute?: number;
}

/** People's sign-in: e-mail and password, sessions in the database, nobody signs up by himself. */
export function createIdentity({ identity, system, origin, secret, log, signInsPerMinute = 20 }: IdentityOptions) {
  return betterAuth({
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: (request) => [origin, ...ownOrigins(request)],
    database: drizzleAdapter(identity, {
      provider: 'pg',
      schema: { user, session, account: signInAccount, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    user: {
      additionalFields: {
        language: { type: 'string', required: false, input: false },
        theme: { type: 'string', required: false, input: false },
      },
    },
    session: {
      expiresIn: 7 * 24 * 3600,
      updateAge: 24 * 3600,
      additionalFields: { activeOrganisationId: { type: 'string', required: false, input: false } },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: signInsPerMinute },
        '/invitation/*': { window: 60, max: signInsPerMinute },
      },
    },
    advanced: {
      cookiePrefix: 'relance',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CLIENT_IP] },
    },
    telemetry: { enabled: false },
    // its arguments may hold what people typed
    logger: { log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'sign-in' }, message) },
    plugins: [signInLink(identity), invitations({ identity, system })],
  });
}

export type Identity = ReturnType<typeof createIdentity>;

/** The address under which the browser itself reached us, e.g. by another name of this machine. */
function ownOrigins(request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
