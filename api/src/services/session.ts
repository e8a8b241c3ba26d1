import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/session.ts';

export function readMe(_ctx: Allowed): Promise<z.infer<typeof schemas.me>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function setPreferences(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.preferences>,
): Promise<z.infer<typeof schemas.me>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function setOrganisation(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.organisationChoice>,
): Promise<z.infer<typeof schemas.me>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
