import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import type { Batch } from './import-batch.ts';
import { recordChanges, type CreditState, type RowChange } from './import-change.ts';
import type { KnownDebtor } from './import-debtors.ts';
import type { ImportedCredit } from './import-row.ts';

export interface KnownCredit extends CreditState {
  id: string;
  number: string;
  debtorId: string;
  /** Of its account. */
  ref: string;
  currency: string;
}

type Context = Pick<Batch<never>, 'importId' | 'entityId' | 'actor' | 'at'>;

const COLUMNS = sql`
  c.id, c.number, c.debtor_id as "debtorId", a.ref, c.currency, c.kind, c.issue_date::text as "issueDate",
  c.amount::float8 as amount, c.balance::float8 as balance, c.listed_in as "listedIn"`;

/** Credits of one entity by number. */
export async function findCredits(
  tx: Tx,
  organisationId: string,
  { entityId, numbers }: { entityId: string; numbers: readonly string[] },
): Promise<Map<string, KnownCredit>> {
  if (numbers.length === 0) return new Map();
  const found = await tx.execute<KnownCredit & Record<string, unknown>>(sql`
    select ${COLUMNS} from credit c join account a on a.id = c.account_id
    where c.org_id = ${organisationId} and c.entity_id = ${entityId} and c.number = any(${sql.param(numbers)}::text[])`);
  return new Map(found.rows.map((row) => [row.number, row]));
}

/** Locked, as they are now; by id. The debtors are locked before. */
export async function lockCredits(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownCredit>> {
  await tx.execute(sql`select id from credit where id = any(${sql.param(ids)}::uuid[]) order by id for no key update`);
  return readCreditRows(tx, ids);
}

export async function readCreditRows(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownCredit>> {
  const found = await tx.execute<KnownCredit & Record<string, unknown>>(sql`
    select ${COLUMNS} from credit c join account a on a.id = c.account_id where c.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** What becomes of a credit that a list has in a line. */
export function judgeCredit(data: ImportedCredit, known: KnownCredit | undefined): 'created' | 'changed' | 'unchanged' {
  if (!known) return 'created';
  const same =
    known.balance === data.balance &&
    known.amount === data.amount &&
    known.kind === data.credit &&
    (data.issueDate === null || known.issueDate === data.issueDate);
  return same ? 'unchanged' : 'changed';
}

/** Brings credits up to what lines say; each change is kept, so that it can be taken back, and audited. */
export async function writeCredits(
  tx: Tx,
  organisationId: string,
  context: Context,
  lines: readonly { data: ImportedCredit; known: KnownCredit | undefined; debtor: KnownDebtor }[],
): Promise<void> {
  if (lines.length === 0) return;
  const { importId, entityId, at } = context;
  const locked = await lockCredits(
    tx,
    lines.flatMap(({ known }) => known?.id ?? []),
  );
  const rows = lines.map(({ data, known, debtor }) => {
    const before = known ? (locked.get(known.id) ?? null) : null;
    const after: CreditState = {
      kind: data.credit,
      issueDate: data.issueDate ?? before?.issueDate ?? null,
      amount: data.amount,
      balance: data.balance,
      listedIn: importId,
    };
    return { id: known?.id ?? newId(), number: data.number, currency: data.currency, ...debtor, before, after };
  });
  const values = rows.map(({ id, number, currency, accountId, debtorId, after }) => ({
    id,
    number,
    currency,
    accountId,
    debtorId,
    ...after,
  }));
  await tx.execute(sql`
    insert into credit (id, org_id, entity_id, account_id, debtor_id, kind, number, issue_date, amount, balance, currency,
      listed_in, at, updated_at)
    select x.id, ${organisationId}, ${entityId}, x."accountId", x."debtorId", x.kind, x.number, x."issueDate", x.amount,
      x.balance, x.currency, ${importId}, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x (id uuid, "accountId" uuid, "debtorId" uuid, kind text,
      number text, "issueDate" date, amount bigint, balance bigint, currency text)
    order by x.id
    on conflict (id) do update set kind = excluded.kind, issue_date = excluded.issue_date, amount = excluded.amount,
      balance = excluded.balance, listed_in = excluded.listed_in, updated_at = excluded.updated_at`);
  const changed = rows.filter(({ before, after }) => before === null || !sameState(before, after));
  await recordChanges(
    tx,
    organisationId,
    importId,
    changed.map(({ id, before, after }) => creditChange(id, before, after)),
  );
  await appendAudit(
    tx,
    organisationId,
    changed.map((row) => creditEntry(row, row.after.balance, context)),
  );
}

export function creditChange(rowId: string, before: CreditState | null, after: CreditState): RowChange {
  const act =
    before === null
      ? 'created'
      : before.balance > 0 && after.balance === 0
        ? 'closed'
        : before.balance === 0 && after.balance > 0
          ? 'reopened'
          : 'updated';
  return { kind: 'credit', rowId, act, before: before && creditState(before), after };
}

export function creditState({ kind, issueDate, amount, balance, listedIn }: CreditState): CreditState {
  return { kind, issueDate, amount, balance, listedIn };
}

export function creditEntry(
  { id, debtorId, number, currency }: { id: string; debtorId: string; number: string; currency: string },
  balance: number,
  { actor, at, reason }: { actor: string; at: string; reason?: string },
): AuditEntry {
  const kind = balance > 0 ? 'credit-recorded' : 'credit-closed';
  return { at, actor, kind, debtorId, ref: id, ...(reason && { reason }), data: { number, balance, currency } };
}

function sameState(one: CreditState, other: CreditState): boolean {
  return (
    one.kind === other.kind &&
    one.issueDate === other.issueDate &&
    one.amount === other.amount &&
    one.balance === other.balance
  );
}
