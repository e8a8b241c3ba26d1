import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/debtor.ts';

export function listDebtors(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.debtorList>,
): Promise<z.infer<typeof schemas.debtors>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getDebtor(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.debtorGet>,
): Promise<z.infer<typeof schemas.debtor>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
