import type { Outputs } from '../api.ts';

export interface Offer {
  state: 'open' | 'used' | 'withdrawn' | 'expired';
  organisation: string;
  email: string;
  name: string;
  role: Outputs['session']['me']['role'];
  /** Somebody signs in with that address already. */
  known: boolean;
  signedInAs: string | null;
}

/** What a link offers; the token travels in a body, never in an address. */
export function lookAtInvitation(token: string): Promise<Offer> {
  return call('look', { token });
}

export function acceptInvitation(
  token: string,
  person: { name?: string; password?: string },
): Promise<{ organisationId: string }> {
  return call('accept', { token, ...person });
}

async function call<Reply>(path: string, body: object): Promise<Reply> {
  const response = await fetch(`/api/auth/invitation/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok)
    throw Object.assign(new Error('refused'), { data: { httpStatus: response.status, problem: answer } });
  return answer as Reply;
}
