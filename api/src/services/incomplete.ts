import type { Tx } from '@relance/db';
import { readMessageMaterial, type DebtorView, type OpenContact } from '@relance/db/queries';
import { composeMessage } from '@relance/workflows/templates';
import { groupBy } from './group-by.ts';

/** What would be found missing if these contacts were written now, by contact: by what writes messages. */
export async function readMissing(
  tx: Tx,
  view: DebtorView,
  contacts: readonly OpenContact[],
): Promise<Map<string, string[]>> {
  const missing = new Map<string, string[]>();
  const alike = (row: OpenContact): string => JSON.stringify([row.entityId, row.currency, row.template]);
  const groups = groupBy(contacts, alike);
  for (const key of new Set(contacts.map(alike))) {
    const demanded = groups(key);
    const composition = composeMessage(await readMessageMaterial(tx, view, { demanded, listedInvoiceIds: [] }));
    if ('missing' in composition) for (const { id } of demanded) missing.set(id, composition.missing);
  }
  return missing;
}
