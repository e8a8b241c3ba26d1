import { USUAL_POLICY } from '@relance/workflows/policy';
import type { Tx } from '../client.ts';
import { clock, entity, organisation } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { policyColumns } from './contact-policy.ts';

export interface NewOrganisation {
  id: string;
  name: string;
  country: string;
  language: 'fr' | 'en';
  currency: string;
  timeZone: string;
  /** Name of its first creditor company. */
  entityName: string;
  actor: string;
}

/** Hours after which a ledger is too old to send on, and how many times the usual is too many, until somebody says. */
const STALE_AFTER_HOURS = 72;
const BATCH_FACTOR = 3;

/**
 * A real organisation: real time, nothing sent and nothing assigned until somebody turns it on, one creditor company to
 * complete. The transaction must be of the new organisation itself (`app.org`).
 */
export async function insertOrganisation(
  tx: Tx,
  { id, entityName, actor, ...given }: NewOrganisation,
): Promise<{ entityId: string }> {
  const at = new Date().toISOString();
  await tx.insert(organisation).values({
    id,
    ...given,
    sandbox: false,
    sending: false,
    staleAfterHours: STALE_AFTER_HOURS,
    batchFactor: BATCH_FACTOR,
    ...policyColumns(USUAL_POLICY),
    assignmentOn: false,
  });
  await tx.insert(clock).values({ orgId: id, anchorReal: at, anchorOrg: at, speed: 1 });
  const { country, language } = given;
  const [row] = await tx
    .insert(entity)
    .values({ orgId: id, name: entityName, country, language })
    .returning({ id: entity.id });
  if (!row) throw new Error('an insert returned no row');
  await appendAudit(tx, id, [
    { at, actor, kind: 'organisation-created', ref: id },
    { at, actor, kind: 'entity-created', ref: row.id, data: { name: entityName } },
  ]);
  return { entityId: row.id };
}
