import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { entity } from '../schema/index.ts';

const COLUMNS = {
  id: entity.id,
  name: entity.name,
  legalForm: entity.legalForm,
  siren: entity.siren,
  address: entity.address,
  country: entity.country,
  language: entity.language,
  accountHolder: entity.accountHolder,
  iban: entity.iban,
  bic: entity.bic,
  emailFrom: entity.emailFrom,
  replyTo: entity.replyTo,
  senderName: entity.senderName,
  senderRole: entity.senderRole,
  senderPhone: entity.senderPhone,
  signature: entity.signature,
  dataNoticeUrl: entity.dataNoticeUrl,
};

export type EntityRow = Awaited<ReturnType<typeof readEntities>>[number];
export type EntityDetails = Omit<EntityRow, 'id'>;

/** The creditor companies, oldest first. */
export function readEntities(tx: Tx, organisationId: string) {
  return tx.select(COLUMNS).from(entity).where(eq(entity.orgId, organisationId)).orderBy(asc(entity.id));
}

/** Reads one and keeps others from changing it; undefined when there is none. */
export async function lockEntity(tx: Tx, organisationId: string, id: string): Promise<EntityRow | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(entity)
    .where(and(eq(entity.orgId, organisationId), eq(entity.id, id)))
    .for('no key update');
  return row;
}

export async function insertEntity(tx: Tx, organisationId: string, details: EntityDetails): Promise<EntityRow> {
  const [row] = await tx
    .insert(entity)
    .values({ ...details, orgId: organisationId })
    .returning(COLUMNS);
  if (!row) throw new Error('an insert returned no row');
  return row;
}

/** The caller holds its lock. */
export async function updateEntity(tx: Tx, id: string, details: Partial<EntityDetails>): Promise<EntityRow> {
  const [row] = await tx.update(entity).set(details).where(eq(entity.id, id)).returning(COLUMNS);
  if (!row) throw new Error(`there is no entity ${id}`);
  return row;
}
