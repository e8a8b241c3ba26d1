import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clock, entity, organisation } from '../schema/index.ts';
import { appendAudit } from './audit.ts';

export interface NewSandbox {
  id: string;
  name: string;
  /** Instant at which its clock stands. */
  now: string;
  actor: string;
}

/**
 * An empty sandbox from which messages can leave: one entity with sender, address and account, a clock that stands still.
 * The transaction must be of the new organisation itself (`app.org`).
 */
export async function insertSandbox(tx: Tx, { id, name, now, actor }: NewSandbox): Promise<void> {
  await tx.insert(organisation).values({ id, name, sandbox: true, sending: true });
  await tx.insert(clock).values({ orgId: id, anchorReal: new Date().toISOString(), anchorOrg: now, speed: 0 });
  await tx.insert(entity).values({
    orgId: id,
    name,
    legalForm: 'SAS',
    siren: '000000000',
    address: '1 rue de la Démonstration\n75001 Paris\nFrance',
    accountHolder: name,
    // the published example of a French IBAN and its bank: nobody's account
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPPAR',
    emailFrom: 'recouvrement@sandbox.relance.example',
    replyTo: 'recouvrement@sandbox.relance.example',
    senderName: 'Service recouvrement',
    senderRole: 'Comptabilité clients',
    senderPhone: '+33 1 99 00 00 00',
    dataNoticeUrl: 'https://sandbox.relance.example/donnees-personnelles',
  });
  await appendAudit(tx, id, [{ at: now, actor, kind: 'organisation-created', ref: id }]);
}

/** The creditor company of that id. */
export async function findEntity(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select({ id: entity.id, name: entity.name })
    .from(entity)
    .where(and(eq(entity.orgId, organisationId), eq(entity.id, id)));
  return row;
}

/** Who speaks for a creditor company. */
export async function findEntitySender(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select({ name: entity.name, senderName: entity.senderName })
    .from(entity)
    .where(and(eq(entity.orgId, organisationId), eq(entity.id, id)));
  return row;
}
