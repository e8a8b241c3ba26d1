import { createAuthClient } from 'better-auth/react';

/** Sign-in and sign-out; who is signed in comes from `session.me`. */
export const authClient = createAuthClient({
  basePath: '/api/auth',
  // Looked up at each call, not kept from when the module was loaded.
  fetchOptions: { customFetchImpl: (input, init) => fetch(input, init) },
});
