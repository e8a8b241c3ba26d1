import { inOrganisation, pause } from '@relance/db';
import { createImport, nowOf, readImport, type ImportJob } from '@relance/db/queries';
import type { Deps } from '@relance/worker/deps';
import { stepImport } from '@relance/worker/imports';

type Readers = Pick<Deps, 'app' | 'log'>;

/** Takes an import to its end, as its workflow does. */
export async function runImport(deps: Readers, organisationId: string, importId: string): Promise<ImportJob> {
  for (;;) {
    const { done, wakeInMs } = await stepImport(deps, organisationId, importId, null);
    if (done) break;
    if (wakeInMs) await pause(wakeInMs);
  }
  const job = await inOrganisation(deps.app, organisationId, (tx) => readImport(tx, organisationId, importId));
  if (!job) throw new Error('the import is gone');
  return job;
}

/** The whole list of open items of an entity, confirmed and read to its end. */
export async function importList(
  deps: Readers,
  organisationId: string,
  { text, entityId }: { text: string; entityId: string },
): Promise<ImportJob> {
  const id = await inOrganisation(deps.app, organisationId, async (tx) =>
    createImport(tx, organisationId, {
      kind: 'invoices',
      filename: 'open-items.csv',
      bytes: Buffer.from(text),
      openItems: true,
      closingConfirmed: true,
      options: { entityId },
      createdBy: 'key:erp',
      at: await nowOf(tx, organisationId),
    }),
  );
  return runImport(deps, organisationId, id);
}
