import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { ImportClosing } from '../schema/index.ts';

type Doubt = ImportClosing['doubts'][number];

interface Weighing {
  importId: string;
  entityId: string;
  recordedBefore: string;
  /** Invoices that were closed and that the list opens again. */
  reopened: number;
  /** Invoices of the list that are known, and those of them with another total. */
  known: number;
  otherTotals: number;
}

const MOST = 0.5;
/** Fewer known invoices than this say nothing about how amounts are read. */
const FEW = 3;

/** What makes it doubtful that a list is the one of today, of this entity, and read as it was meant. */
export async function findDoubts(tx: Tx, organisationId: string, weighing: Weighing): Promise<Doubt[]> {
  const { known, otherTotals } = weighing;
  const older = await olderThanLast(tx, organisationId, weighing);
  const other = await otherEntity(tx, organisationId, weighing);
  return [
    ...(older === null ? [] : [{ code: 'older-than-last' as const, detail: older }]),
    ...(other === null ? [] : [{ code: 'other-entity' as const, detail: other }]),
    ...(known >= FEW && otherTotals > known * MOST
      ? [{ code: 'totals-differ' as const, detail: `${otherTotals}/${known}` }]
      : []),
  ];
}

/**
 * The issue date of the newest invoice listed before, when this list ends before it and would open closed invoices again
 * or close younger ones than it knows: last month's file does.
 */
async function olderThanLast(
  tx: Tx,
  organisationId: string,
  { importId, entityId, recordedBefore, reopened }: Weighing,
): Promise<string | null> {
  const { rows } = await tx.execute<{ newest: string | null; listed: string | null; younger: boolean }>(sql`
    with list as (
      select max(data->>'issueDate')::date as newest from import_row
      where org_id = ${organisationId} and import_id = ${importId})
    select list.newest::text as newest,
      (select max(issue_date) from invoice
        where org_id = ${organisationId} and entity_id = ${entityId} and listed_in is not null)::text as listed,
      exists (select 1 from invoice
        where org_id = ${organisationId} and entity_id = ${entityId} and status = 'open' and balance > 0
          and issue_date > list.newest and recorded_at < ${recordedBefore}
          and number not in (
            select data->>'number' from import_row
            where org_id = ${organisationId} and import_id = ${importId} and data->>'number' is not null)) as younger
    from list`);
  const [row] = rows;
  if (!row?.newest || !row.listed || row.newest >= row.listed) return null;
  return reopened > 0 || row.younger ? row.listed : null;
}

/**
 * The name of another entity whose list this seems to be: most of its lines are invoices of that one as they stand there,
 * or most of its accounts are known there and few here.
 */
async function otherEntity(tx: Tx, organisationId: string, { importId, entityId }: Weighing): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string; name: string; accounts: number; lines: number }>(sql`
    with line as materialized (
      select data->>'number' as number, data->>'debtorRef' as ref, (data->>'dueDate')::date as due,
        data->>'currency' as currency, data->>'total' as total
      from import_row where org_id = ${organisationId} and import_id = ${importId} and not data ? 'kept'
    )
    select e.id, e.name,
      (select count(distinct l.ref)::int from line l join account a on a.ref = l.ref where a.entity_id = e.id) as accounts,
      (select count(*)::int from line l join invoice i on i.number = l.number join account a on a.id = i.account_id
        where i.entity_id = e.id and a.ref = l.ref and i.due_date = l.due and i.currency = l.currency
          and (l.total is null or i.total = l.total::bigint)) as lines
    from entity e where e.org_id = ${organisationId}`);
  const { rows: counted } = await tx.execute<{ accounts: number; lines: number }>(sql`
    select count(distinct data->>'debtorRef')::int as accounts, count(*)::int as lines
    from import_row where org_id = ${organisationId} and import_id = ${importId} and not data ? 'kept'`);
  const [all] = counted;
  const here = rows.find((row) => row.id === entityId);
  if (!all || !here) return null;
  const others = rows.filter((row) => row.id !== entityId);
  const ofLines = others.find((row) => row.lines > all.lines * MOST && row.lines > here.lines);
  // an entity without any account yet may share its account numbers with another one
  const ofAccounts = (await hasAccounts(tx, organisationId, entityId))
    ? others.find((row) => row.accounts > all.accounts * MOST && here.accounts < all.accounts * MOST)
    : undefined;
  return (ofLines ?? ofAccounts)?.name ?? null;
}

async function hasAccounts(tx: Tx, organisationId: string, entityId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ known: boolean }>(sql`
    select exists (select 1 from account where org_id = ${organisationId} and entity_id = ${entityId}) as known`);
  return rows[0]?.known ?? false;
}
