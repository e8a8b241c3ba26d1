import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/message.ts';

export function listMessages(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.messageList>,
): Promise<z.infer<typeof schemas.messages>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getMessage(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.messageGet>,
): Promise<z.infer<typeof schemas.message>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
