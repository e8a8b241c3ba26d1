import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/import.ts';

export function listImports(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.importList>,
): Promise<z.infer<typeof schemas.imports>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getImport(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.importGet>,
): Promise<z.infer<typeof schemas.importJob>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function listRejections(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.rejectionList>,
): Promise<z.infer<typeof schemas.rejections>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function createImport(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.importCreate>,
): Promise<z.infer<typeof schemas.importJob>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
