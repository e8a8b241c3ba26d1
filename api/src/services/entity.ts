import type { z } from 'zod';
import {
  appendAudit,
  insertEntity,
  lockEntity,
  nowOf,
  readEntities,
  readSettings,
  releaseWaits,
  updateEntity as writeEntity,
  type EntityDetails,
  type EntityRow,
} from '@relance/db/queries';
import { entityGaps } from '@relance/workflows/identity';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/entity.ts';

type Entity = z.infer<typeof schemas.entity>;

export async function listEntities({ caller, work }: Allowed): Promise<z.infer<typeof schemas.entities>> {
  const rows = await work((tx) => readEntities(tx, caller.organisationId));
  return { items: rows.map(entityOf) };
}

export function createEntity({ caller, work }: Allowed, given: z.infer<typeof schemas.entityCreate>): Promise<Entity> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const { country, language } = await readSettings(tx, organisationId);
    const row = await insertEntity(tx, organisationId, { ...EMPTY, country, language, ...given });
    const at = await nowOf(tx, organisationId);
    await appendAudit(tx, organisationId, [
      { at, actor, kind: 'entity-created', ref: row.id, data: { name: row.name } },
    ]);
    return entityOf(row);
  });
}

/** Only what is given changes. Once nothing is missing, what waited because something was is looked at again. */
export function updateEntity(
  { caller, work }: Allowed,
  { id, ...given }: z.infer<typeof schemas.entityUpdate>,
): Promise<Entity> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = await lockEntity(tx, organisationId, id);
    if (!before) throw notFound('entity');
    const changed = (Object.keys(given) as (keyof EntityDetails)[]).filter((name) => given[name] !== before[name]);
    if (changed.length === 0) return entityOf(before);
    const row = await writeEntity(tx, id, given);
    const at = await nowOf(tx, organisationId);
    const data = { changed: Object.fromEntries(changed.map((name) => [name, { from: before[name], to: row[name] }])) };
    await appendAudit(tx, organisationId, [{ at, actor, kind: 'entity-changed', ref: id, data }]);
    if (entityGaps(row).length === 0) {
      await releaseWaits(tx, organisationId, { waitingFor: 'refused', entityIds: [id] }, at);
    }
    return entityOf(row);
  });
}

const EMPTY: Omit<EntityDetails, 'name' | 'country' | 'language'> = {
  legalForm: '',
  siren: null,
  address: '',
  accountHolder: null,
  iban: null,
  bic: null,
  emailFrom: null,
  replyTo: null,
  senderName: '',
  senderRole: '',
  senderPhone: '',
  signature: '',
  dataNoticeUrl: null,
};

const entityOf = (row: EntityRow): Entity => ({ ...row, gaps: entityGaps(row) });
