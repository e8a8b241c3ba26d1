import type { z } from 'zod';
import { findMailById, readMailbox } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/message.ts';
import { requireSandbox } from './sandbox.ts';

export async function listMailbox(
  allowed: Allowed,
  page: z.infer<typeof schemas.mailboxList>,
): Promise<z.infer<typeof schemas.mailbox>> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  return listFrom(await work((tx) => readMailbox(tx, caller.organisationId, page)), page);
}

export async function getMail(
  allowed: Allowed,
  { id }: z.infer<typeof schemas.mailGet>,
): Promise<z.infer<typeof schemas.mail>> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  const row = await work((tx) => findMailById(tx, caller.organisationId, id));
  if (!row) throw notFound('mail');
  return row;
}
