import { queryClient } from '../query-client.ts';
import { authClient } from './auth-client.ts';

/** Ends the session and forgets everything that was on screen. */
export async function signOut(): Promise<void> {
  await authClient.signOut();
  queryClient.clear();
  location.assign('/sign-in');
}
