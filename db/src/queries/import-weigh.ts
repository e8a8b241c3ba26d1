import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { ImportClosing, ImportFigure } from '../schema/index.ts';
import { findDoubts } from './import-doubts.ts';
import type { Rejection } from './import-field.ts';
import { addTo } from './import-figure.ts';
import { statedBalance } from './import-invoice-rows.ts';
import { judgeLines, sortLines } from './import-open-items.ts';
import type { OpenItem } from './import-row.ts';
import { nextRows } from './import-stage.ts';

/** More of the open invoices, or of their balance in a currency, than this is closed only once confirmed. */
const LARGE_SHARE = 0.3;
const BATCH_LINES = 2_000;

export interface Weighed {
  closing: ImportClosing;
  /** Lines that the ledger contradicts: they are left out, and what they speak about stays open. */
  rejections: Rejection[];
}

/** What a staged list of open items would do to the ledger as it is now. Nothing is written. */
export async function weighOpenItems(
  tx: Tx,
  organisationId: string,
  list: { importId: string; entityId: string; recordedBefore: string },
): Promise<Weighed> {
  const figures = new Figures();
  const rejections: Rejection[] = [];
  let [known, otherTotals] = [0, 0];
  for (let after = 0; ;) {
    const rows = await nextRows(tx, organisationId, list.importId, { after, limit: BATCH_LINES });
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.line;
    const lines = sortLines(rows.map((row) => ({ ...row, data: row.data as OpenItem })));
    const judged = await judgeLines(tx, organisationId, list.entityId, lines);
    for (const { data, verdict, known: invoice } of judged.invoices) {
      if (verdict.becomes === 'rejected') rejections.push(verdict.rejection);
      else {
        figures.add(verdict.becomes, data.currency, verdict.balance);
        if (verdict.paidHere) figures.add('paidHere', data.currency, statedBalance(data) - verdict.balance);
      }
      if (!invoice) continue;
      known += 1;
      if (data.total === null ? statedBalance(data) > invoice.total : data.total !== invoice.total) otherTotals += 1;
    }
    for (const { data, rejection } of judged.credits) {
      if (rejection) rejections.push(rejection);
      else if (data.balance > 0) figures.add('credits', data.currency, data.balance);
    }
  }
  const balances = await weighBalances(tx, organisationId, list);
  for (const { currency, keptInvoices, kept } of balances)
    if (keptInvoices > 0) figures.add('kept', currency, kept, keptInvoices);
  const invoices = sum(balances.map((row) => row.closingInvoices));
  const openInvoices = sum(balances.map((row) => row.openInvoices));
  const large = invoices > openInvoices * LARGE_SHARE || balances.some((row) => row.closing > row.open * LARGE_SHARE);
  const reopened = figures.all.reopened.count;
  const doubts = await findDoubts(tx, organisationId, { ...list, reopened, known, otherTotals });
  const closing: ImportClosing = {
    invoices,
    openInvoices,
    credits: await countAbsentCredits(tx, organisationId, list),
    balances: balances.map(({ currency, closing: amount, open }) => ({ currency, closing: amount, open })),
    large,
    doubts,
    mustConfirm: large || doubts.length > 0,
    figures: figures.all,
  };
  return { closing, rejections };
}

type FigureName = keyof ImportClosing['figures'];

class Figures {
  readonly all: Record<FigureName, ImportFigure> = {
    created: { count: 0, sums: [] },
    changed: { count: 0, sums: [] },
    unchanged: { count: 0, sums: [] },
    reopened: { count: 0, sums: [] },
    credits: { count: 0, sums: [] },
    paidHere: { count: 0, sums: [] },
    kept: { count: 0, sums: [] },
  };

  add(name: FigureName, currency: string, amount: number, count = 1): void {
    addTo(this.all[name], currency, amount, count);
  }
}

interface BalanceRow {
  currency: string;
  open: number;
  openInvoices: number;
  closing: number;
  closingInvoices: number;
  kept: number;
  keptInvoices: number;
}

/** The entity's open invoices by currency: of them those that are absent or listed with nothing left, and those kept open. */
async function weighBalances(
  tx: Tx,
  organisationId: string,
  { importId, entityId, recordedBefore }: { importId: string; entityId: string; recordedBefore: string },
): Promise<BalanceRow[]> {
  const { rows } = await tx.execute<BalanceRow & Record<string, unknown>>(sql`
    with line as materialized (
      select data->>'number' as number, data->>'debtorRef' as ref, data ? 'kept' as kept,
        coalesce((data->>'balance')::bigint, (data->>'total')::bigint) as stated
      from import_row where org_id = ${organisationId} and import_id = ${importId} and not data ? 'credit'
    ), open as (
      select i.currency, i.balance, l.number is null and k.ref is null as absent,
        l.kept is true or (l.number is null and k.ref is not null) as kept, coalesce(l.stated = 0, false) as settled
      from invoice i join account a on a.id = i.account_id
      left join (select number, bool_or(kept) as kept, min(stated) as stated from line where number is not null group by number) l
        on l.number = i.number
      left join (select distinct ref from line where kept and number is null and ref is not null) k on k.ref = a.ref
      where i.org_id = ${organisationId} and i.entity_id = ${entityId} and i.status = 'open' and i.balance > 0
        and i.recorded_at < ${recordedBefore}
    )
    select currency, sum(balance)::float8 as open, count(*)::int as "openInvoices",
      coalesce(sum(balance) filter (where absent or (settled and not kept)), 0)::float8 as closing,
      count(*) filter (where absent or (settled and not kept))::int as "closingInvoices",
      coalesce(sum(balance) filter (where kept), 0)::float8 as kept, count(*) filter (where kept)::int as "keptInvoices"
    from open group by currency order by currency`);
  return rows;
}

async function countAbsentCredits(
  tx: Tx,
  organisationId: string,
  { importId, entityId, recordedBefore }: { importId: string; entityId: string; recordedBefore: string },
): Promise<number> {
  const { rows } = await tx.execute<{ credits: number }>(sql`
    select count(*)::int as credits from credit
    where org_id = ${organisationId} and entity_id = ${entityId} and balance > 0 and recorded_at < ${recordedBefore}
      and number not in (
        select data->>'number' from import_row
        where org_id = ${organisationId} and import_id = ${importId} and (data ? 'credit' or data ? 'kept')
          and data->>'number' is not null)`);
  return rows[0]?.credits ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
