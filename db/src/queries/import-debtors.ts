import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { readPersons, writePersons } from './import-persons.ts';
import type { ImportedDebtor } from './import-row.ts';

export interface KnownDebtor {
  debtorId: string;
  accountId: string;
}

export interface DebtorsWritten {
  byRef: ReadonlyMap<string, KnownDebtor>;
  /** What each row did, in the given order. */
  outcomes: ('created' | 'updated' | 'unchanged')[];
  /** Debtors that got another address: what waited for one may go on. */
  addressed: string[];
}

interface Draft {
  id: string;
  name: string;
  kind: string;
  siren: string | null;
  vatNumber: string | null;
  language: string | null;
  country: string | null;
  externalRef: string;
  isNew: boolean;
  changed: boolean;
}

/**
 * Finds or makes the debtors and accounts that rows speak about and brings them up to what the rows say, one after the
 * other; what a row leaves empty stays. Accounts with one SIREN are one debtor: it is the same legal person.
 */
export async function writeDebtors(
  tx: Tx,
  organisationId: string,
  entityId: string,
  rows: readonly ImportedDebtor[],
  { dryRun = false, lock = [] }: { dryRun?: boolean; /** Debtors to lock with them. */ lock?: readonly string[] } = {},
): Promise<DebtorsWritten> {
  const byRef = new Map(await readAccounts(tx, organisationId, entityId, rows));
  const bySiren = await readSirens(tx, organisationId, rows);
  const drafts = await lockDebtors(
    tx,
    organisationId,
    [...byRef.values()].map((each) => each.debtorId),
    [...bySiren.values()],
    lock,
  );
  const persons = await readPersons(tx, organisationId, [...drafts.keys()]);
  const accounts: { id: string; debtorId: string; ref: string }[] = [];
  const addressed = new Set<string>();
  const outcomes = rows.map(({ debtorRef, debtor }): DebtorsWritten['outcomes'][number] => {
    let known = byRef.get(debtorRef);
    const isNew = known === undefined;
    if (known === undefined) {
      const sibling = debtor.siren ? bySiren.get(debtor.siren) : undefined;
      known = { debtorId: sibling ?? newId(), accountId: newId() };
      byRef.set(debtorRef, known);
      accounts.push({ id: known.accountId, debtorId: known.debtorId, ref: debtorRef });
    }
    let draft = drafts.get(known.debtorId);
    if (draft === undefined) {
      draft = newDraft(known.debtorId, debtorRef);
      drafts.set(draft.id, draft);
    }
    if (debtor.siren) bySiren.set(debtor.siren, draft.id);
    const changed = merge(draft, debtor);
    const person = persons.merge(draft.id, debtor);
    if (person.addressed) addressed.add(draft.id);
    return isNew ? 'created' : changed || person.changed ? 'updated' : 'unchanged';
  });
  if (!dryRun) {
    await writeDrafts(tx, organisationId, [...drafts.values()]);
    await insertAccounts(tx, organisationId, entityId, accounts);
    await writePersons(tx, organisationId, persons.drafts());
  }
  return { byRef, outcomes, addressed: [...addressed] };
}

async function readAccounts(
  tx: Tx,
  organisationId: string,
  entityId: string,
  rows: readonly ImportedDebtor[],
): Promise<[string, KnownDebtor][]> {
  const refs = [...new Set(rows.map((row) => row.debtorRef))];
  const found = await tx.execute<{ id: string; ref: string; debtor_id: string }>(sql`
    select id, ref, debtor_id from account
    where org_id = ${organisationId} and entity_id = ${entityId} and ref = any(${sql.param(refs)}::text[])`);
  return found.rows.map((row) => [row.ref, { debtorId: row.debtor_id, accountId: row.id }]);
}

/** SIREN → the oldest debtor that has it. */
async function readSirens(
  tx: Tx,
  organisationId: string,
  rows: readonly ImportedDebtor[],
): Promise<Map<string, string>> {
  const sirens = [...new Set(rows.map((row) => row.debtor.siren).filter((siren) => siren !== null))];
  if (sirens.length === 0) return new Map();
  const found = await tx.execute<{ id: string; siren: string }>(sql`
    select distinct on (siren) id, siren from debtor
    where org_id = ${organisationId} and siren = any(${sql.param(sirens)}::text[]) and merged_into is null
    order by siren, id`);
  return new Map(found.rows.map((row) => [row.siren, row.id]));
}

async function lockDebtors(
  tx: Tx,
  organisationId: string,
  ...ids: readonly (readonly string[])[]
): Promise<Map<string, Draft>> {
  const found = await tx.execute<Omit<Draft, 'isNew' | 'changed' | 'externalRef'> & { external_ref: string }>(sql`
    select id, name, kind, siren, vat_number as "vatNumber", language, country, external_ref from debtor
    where org_id = ${organisationId} and id = any(${sql.param(ids.flat())}::uuid[])
    order by id for no key update`);
  return new Map(
    found.rows.map(({ external_ref: externalRef, ...row }) => [
      row.id,
      { ...row, externalRef, isNew: false, changed: false },
    ]),
  );
}

function newDraft(id: string, ref: string): Draft {
  return {
    id,
    name: ref,
    kind: 'unknown',
    siren: null,
    vatNumber: null,
    language: null,
    country: null,
    externalRef: ref,
    isNew: true,
    changed: false,
  };
}

const ATTRIBUTES = ['name', 'kind', 'siren', 'vatNumber', 'language', 'country'] as const;

function merge(draft: Draft, columns: ImportedDebtor['debtor']): boolean {
  let changed = false;
  for (const attribute of ATTRIBUTES) {
    const value = columns[attribute];
    if (value === null || value === undefined || draft[attribute] === value) continue;
    draft[attribute] = value;
    changed = true;
  }
  draft.changed ||= changed;
  return changed;
}

async function writeDrafts(tx: Tx, organisationId: string, drafts: readonly Draft[]): Promise<void> {
  const columns = sql`(id uuid, name text, kind text, siren text, "vatNumber" text, language text, country text,
    "externalRef" text)`;
  const fresh = JSON.stringify(drafts.filter((draft) => draft.isNew));
  await tx.execute(sql`
    insert into debtor (id, org_id, name, external_ref, kind, siren, vat_number, language, country)
    select x.id, ${organisationId}, x.name, x."externalRef", x.kind, x.siren, x."vatNumber", x.language, x.country
    from jsonb_to_recordset(${fresh}::jsonb) as x ${columns} order by x.id`);
  const changed = drafts.filter((draft) => draft.changed && !draft.isNew);
  if (changed.length === 0) return;
  await tx.execute(sql`
    update debtor set name = x.name, kind = x.kind, siren = x.siren, vat_number = x."vatNumber", language = x.language,
      country = x.country
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as x ${columns}
    where debtor.id = x.id`);
}

async function insertAccounts(
  tx: Tx,
  organisationId: string,
  entityId: string,
  accounts: readonly { id: string; debtorId: string; ref: string }[],
): Promise<void> {
  if (accounts.length === 0) return;
  await tx.execute(sql`
    insert into account (id, org_id, entity_id, debtor_id, ref)
    select x.id, ${organisationId}, ${entityId}, x."debtorId", x.ref
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as x (id uuid, "debtorId" uuid, ref text) order by x.ref`);
}
