import type { z } from 'zod';
import { readContacts } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/contact.ts';
import { listFrom } from '../schemas/list.ts';

export function listContacts(
  { caller, work }: Allowed,
  { limit, cursor, ...filters }: z.infer<typeof schemas.contactList>,
): Promise<z.infer<typeof schemas.contacts>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    const { items, nextCursor } = listFrom(await readContacts(tx, caller.organisationId, { filters, page }), page);
    return { items: items.map((row) => ({ ...row, reason: reasonOf(row) })), nextCursor };
  });
}

/** A contact that may still leave, or has left, needs none. */
function reasonOf({ status, reason }: { status: string; reason: string | null }): string | null {
  return ['planned', 'reserved', 'sent'].includes(status) ? null : (reason ?? status);
}
