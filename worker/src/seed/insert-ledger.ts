import { inOrganisation, newId, type Database, type Tx } from '@relance/db';
import { appendAudit, policyColumns } from '@relance/db/queries';
import { account, clock, debtor, entity, organisation, person } from '@relance/db/schema';
import { inventedSiren, STORY_DAYS, type EntityKey, type Portfolio, type SeedDebtor } from '@relance/db/seed';
import type { SeedAccount } from './identity.ts';
import { USUAL_POLICY } from '@relance/workflows/policy';
import { instantOn } from './instant-on.ts';

/** Ids of what was written, by what the portfolio calls it. */
export interface Ledger {
  entities: Record<EntityKey, string>;
  debtors: ReadonlyMap<SeedDebtor, string>;
  /** By ledger and reference: `sas/C1001`. */
  accounts: ReadonlyMap<string, string>;
}

const NAME = 'Atelier Lumen';

/** The organisation with its clock, ledgers, debtors and the people to write to; no invoice yet. */
export async function insertLedger(
  app: Database,
  organisationId: string,
  { firstDay, debtors }: Portfolio,
  people: readonly SeedAccount[],
): Promise<Ledger> {
  const entities = { sas: newId(), services: newId() };
  const ids = new Map(debtors.map((each) => [each, newId()]));
  const accounts = new Map<string, string>();
  const at = instantOn(firstDay, -STORY_DAYS, '07:00');
  await inOrganisation(app, organisationId, async (tx) => {
    // what is left of an invoice stays left until the demo begins, however little it is
    await tx.insert(organisation).values({
      id: organisationId,
      name: NAME,
      sandbox: true,
      sending: true,
      tolerance: 0,
      toleranceAbroad: 0,
      ...policyColumns(USUAL_POLICY),
    });
    await tx
      .insert(clock)
      .values({ orgId: organisationId, anchorReal: new Date().toISOString(), anchorOrg: at, speed: 0 });
    await insertEntities(tx, organisationId, entities);
    for (const each of debtors) {
      const debtorId = ids.get(each) ?? '';
      await insertDebtor(tx, organisationId, debtorId, each, people);
      for (const { entity: key, ref } of each.accounts) {
        const id = newId();
        accounts.set(`${key}/${ref}`, id);
        await tx.insert(account).values({ id, orgId: organisationId, entityId: entities[key], debtorId, ref });
      }
    }
    await appendAudit(tx, organisationId, [{ at, actor: 'system', kind: 'organisation-created', ref: organisationId }]);
  });
  return { entities, debtors: ids, accounts };
}

async function insertEntities(tx: Tx, orgId: string, ids: Record<EntityKey, string>): Promise<void> {
  const common = {
    orgId,
    address: '12 rue des Réverbères\n69007 Lyon\nFrance',
    // the published example of a French IBAN and its bank: nobody's account
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPPAR',
    senderName: 'Claire Morel',
    senderRole: 'Responsable crédit',
    senderPhone: '+33 1 99 00 10 00',
    dataNoticeUrl: 'https://atelier-lumen.example/donnees-personnelles',
  };
  await tx.insert(entity).values([
    {
      ...common,
      id: ids.sas,
      name: NAME,
      legalForm: 'SAS',
      siren: inventedSiren(90_000),
      accountHolder: 'Atelier Lumen SAS',
      emailFrom: 'comptabilite@atelier-lumen.example',
      replyTo: 'comptabilite@atelier-lumen.example',
    },
    {
      ...common,
      id: ids.services,
      name: 'Lumen Services',
      legalForm: 'SAS',
      siren: inventedSiren(90_001),
      accountHolder: 'Lumen Services SAS',
      emailFrom: 'comptabilite@lumen-services.example',
      replyTo: 'comptabilite@lumen-services.example',
    },
  ]);
}

async function insertDebtor(
  tx: Tx,
  orgId: string,
  id: string,
  seed: SeedDebtor,
  people: readonly SeedAccount[],
): Promise<void> {
  const { name, kind, siren, language, country, accounts, excludedReason, email, phone } = seed;
  await tx.insert(debtor).values({
    id,
    orgId,
    name,
    externalRef: accounts[0]?.ref ?? '',
    kind,
    siren,
    language,
    country,
    segment: seed.segment,
    owner: people.find(({ key }) => key === seed.owner)?.id ?? null,
    excluded: excludedReason !== null,
    excludedReason,
  });
  await tx.insert(person).values({ orgId, debtorId: id, name: '', email, phone });
}
