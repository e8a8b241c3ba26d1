import { areSimilarNames } from '@relance/workflows/identity';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtorDistinct } from '../schema/index.ts';

export type DuplicateReason = 'siren' | 'vat' | 'email';

/** Two debtors that may be one, the older first. */
export interface Duplicate {
  oneId: string;
  otherId: string;
  reasons: DuplicateReason[];
}

/** Of many that share one number or address, each is proposed with the oldest alone: a list of all pairs helps nobody. */
const LARGE_GROUP = 20;

/**
 * Debtors that share a SIREN, a VAT number, or an e-mail address under similar names. What a person has merged or called
 * different is not proposed.
 */
export async function readDuplicates(tx: Tx, organisationId: string): Promise<Duplicate[]> {
  const { rows } = await tx.execute<PairRow>(sql`
    with keys as (
      select id as debtor_id, 'siren' as why, siren as key from debtor
      where org_id = ${organisationId} and merged_into is null and siren is not null
      union all
      select id, 'vat', vat_number from debtor
      where org_id = ${organisationId} and merged_into is null and vat_number is not null
      union
      select d.id, 'email', lower(btrim(p.email)) from person p join debtor d on d.id = p.debtor_id
      where d.org_id = ${organisationId} and d.merged_into is null and btrim(coalesce(p.email, '')) <> ''
    ), ranked as (
      select *, row_number() over (partition by why, key order by debtor_id) as rank,
        count(*) over (partition by why, key) as size
      from keys
    )
    select one.debtor_id as one_id, other.debtor_id as other_id, array_agg(distinct one.why) as reasons,
      a.name as one_name, b.name as other_name
    from ranked one
    join ranked other on other.why = one.why and other.key = one.key and other.rank > one.rank
    join debtor a on a.id = one.debtor_id
    join debtor b on b.id = other.debtor_id
    where (one.size <= ${LARGE_GROUP} or one.rank = 1) and not exists (
      select 1 from debtor_distinct d
      where d.org_id = ${organisationId} and d.one_id = one.debtor_id and d.other_id = other.debtor_id)
    group by one.debtor_id, other.debtor_id, a.name, b.name
    order by one.debtor_id, other.debtor_id`);
  return rows
    .filter((row) => row.reasons.some((why) => why !== 'email') || areSimilarNames(row.one_name, row.other_name))
    .map((row) => ({ oneId: row.one_id, otherId: row.other_id, reasons: row.reasons }));
}

type PairRow = {
  one_id: string;
  other_id: string;
  reasons: DuplicateReason[];
  one_name: string;
  other_name: string;
};

/** Remembers that two debtors are not one: they are not proposed again. */
export async function insertDistinct(
  tx: Tx,
  organisationId: string,
  { ids, actor, at }: { ids: readonly [string, string]; actor: string; at: string },
): Promise<void> {
  const [oneId, otherId] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
  await tx.insert(debtorDistinct).values({ orgId: organisationId, oneId, otherId, actor, at }).onConflictDoNothing();
}
