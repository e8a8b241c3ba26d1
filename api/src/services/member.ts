import type { z } from 'zod';
import { listMembers as readMembers } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/session.ts';

export async function listMembers({ caller, work }: Allowed): Promise<z.infer<typeof schemas.members>> {
  return { items: await work((tx) => readMembers(tx, caller.organisationId)) };
}
