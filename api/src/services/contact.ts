import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/contact.ts';

export function listContacts(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.contactList>,
): Promise<z.infer<typeof schemas.contacts>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
