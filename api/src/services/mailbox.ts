import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/message.ts';

export function listMailbox(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.mailboxList>,
): Promise<z.infer<typeof schemas.mailbox>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getMail(_ctx: Allowed, _input: z.infer<typeof schemas.mailGet>): Promise<z.infer<typeof schemas.mail>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
