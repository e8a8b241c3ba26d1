import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Batch, InvoicesApplied } from './import-batch.ts';
import { invoiceChange, recordChanges } from './import-change.ts';
import { findCredits, judgeCredit, writeCredits } from './import-credits.ts';
import { writeDebtors, type DebtorsWritten } from './import-debtors.ts';
import type { Rejection } from './import-field.ts';
import {
  adjust,
  findInvoices,
  insertInvoices,
  lockInvoiceRows,
  readInvoiceRows,
  updateInvoices,
  type KnownInvoice,
} from './import-invoice-rows.ts';
import { differenceOf } from './import-invoices.ts';
import { judgeInvoice, type Verdict } from './import-judge.ts';
import type { ImportedCredit, ImportedInvoice, OpenItem } from './import-row.ts';
import { allowAgain } from './reenter.ts';

type Line<Data> = { line: number; hash: string; data: Data };
type OpenItems = Batch<OpenItem>;

export interface SortedLines {
  invoices: Line<ImportedInvoice>[];
  credits: Line<ImportedCredit>[];
  /** Numbers of the invoices that are on the list, readable or not. */
  numbers: string[];
  /** Of them, those of lines that could not be read whole. */
  keptNumbers: string[];
  /** Accounts of lines that do not even say which invoice they are about. */
  keptAccounts: string[];
}

/** The lines of a list by what they are. */
export function sortLines(rows: OpenItems['rows']): SortedLines {
  const sorted: SortedLines = { invoices: [], credits: [], numbers: [], keptNumbers: [], keptAccounts: [] };
  for (const { line, hash, data } of rows) {
    if ('kept' in data) {
      if (data.number !== null) {
        sorted.numbers.push(data.number);
        sorted.keptNumbers.push(data.number);
      } else if (data.debtorRef !== null) sorted.keptAccounts.push(data.debtorRef);
    } else if ('credit' in data) sorted.credits.push({ line, hash, data });
    else {
      sorted.invoices.push({ line, hash, data });
      sorted.numbers.push(data.number);
    }
  }
  return sorted;
}

/** What lines of a list make of the ledger, as it is now. */
export async function judgeLines(tx: Tx, organisationId: string, entityId: string, lines: SortedLines) {
  const known = await findInvoices(tx, organisationId, { entityId, numbers: lines.numbers });
  const credits = await findCredits(tx, organisationId, {
    entityId,
    numbers: lines.credits.map((row) => row.data.number),
  });
  return {
    known,
    invoices: lines.invoices.map((row) => {
      const invoice = known.get(row.data.number);
      return { ...row, known: invoice, verdict: judgeInvoice(row, invoice) };
    }),
    credits: lines.credits.map((row) => {
      const credit = credits.get(row.data.number);
      const rejection = credit ? differenceOf(row, credit) : null;
      return { ...row, known: credit, verdict: judgeCredit(row.data, credit), rejection };
    }),
  };
}

/**
 * Brings invoices and credits of one entity up to what the lines of a list of open items say, and marks all that stand on
 * it: what is not marked at the end is closed. Each change is kept, so that it can be taken back.
 */
export async function applyOpenItems(tx: Tx, organisationId: string, batch: OpenItems): Promise<InvoicesApplied> {
  const { entityId } = batch;
  const lines = sortLines(batch.rows);
  const judged = await judgeLines(tx, organisationId, entityId, lines);
  const invoices = judged.invoices.filter(({ verdict }) => verdict.becomes !== 'rejected');
  const credits = judged.credits.filter(({ rejection }) => rejection === null);
  const outcome = {
    created: countOf('created', invoices, credits),
    updated: countOf('changed', invoices, credits) + countOf('reopened', invoices, credits),
    unchanged: countOf('unchanged', invoices, credits),
    rejections: [...rejectionsOf(judged.invoices), ...judged.credits.flatMap(({ rejection }) => rejection ?? [])],
  };
  if (batch.dryRun) return { ...outcome, debtorIds: [], addressed: [] };
  const debtors = await writeDebtors(
    tx,
    organisationId,
    entityId,
    [...invoices, ...credits].map((row) => row.data),
    { lock: [...judged.known.values()].map((row) => row.debtorId) },
  );
  const debtorIds = await writeInvoices(tx, organisationId, batch, { lines: invoices, known: judged.known, debtors });
  await writeCredits(
    tx,
    organisationId,
    batch,
    credits.flatMap((row) => {
      const debtor = debtors.byRef.get(row.data.debtorRef);
      return debtor ? [{ ...row, debtor }] : [];
    }),
  );
  await markListed(tx, organisationId, batch, lines);
  return { ...outcome, debtorIds, addressed: debtors.addressed };
}

type Judged = Line<ImportedInvoice> & { known: KnownInvoice | undefined };

/** Judges the known ones again under their locks. Returns the debtors of what changed. */
async function writeInvoices(
  tx: Tx,
  organisationId: string,
  batch: OpenItems,
  {
    lines,
    known,
    debtors,
  }: { lines: readonly Judged[]; known: ReadonlyMap<string, KnownInvoice>; debtors: DebtorsWritten },
): Promise<string[]> {
  const locked = await lockInvoiceRows(
    tx,
    [...known.values()].map((row) => row.id),
  );
  const fresh = lines.filter((row) => row.known === undefined);
  const changed = lines.flatMap((row) => {
    const before = row.known && locked.get(row.known.id);
    const verdict = judgeInvoice(row, before);
    return before && verdict.becomes !== 'rejected' && verdict.becomes !== 'created' && verdict.writes
      ? [{ ...row, known: before, verdict }]
      : [];
  });
  const created = await insertInvoices(
    tx,
    organisationId,
    { ...batch, listedIn: batch.importId },
    fresh.map((row) => ({ ...row, ...debtors.byRef.get(row.data.debtorRef) })),
  );
  await updateInvoices(tx, batch, changed);
  await adjust(
    tx,
    organisationId,
    batch,
    changed.flatMap(({ known: before, verdict }) =>
      verdict.balance === before.balance
        ? []
        : [{ invoiceId: before.id, before: before.balance, after: verdict.balance }],
    ),
  );
  await allowAgain(
    tx,
    organisationId,
    changed.filter(({ verdict }) => verdict.becomes === 'reopened').map((row) => row.known.id),
  );
  const after = await readInvoiceRows(tx, [...created, ...changed.map((row) => row.known.id)]);
  await recordChanges(
    tx,
    organisationId,
    batch.importId,
    [...after.values()].map((row) => {
      const before = locked.get(row.id);
      return invoiceChange(before ?? null, { ...row, listedIn: batch.importId });
    }),
  );
  return [...new Set([...after.values()].map((row) => row.debtorId))];
}

/** All that stand on the list, those in lines that could not be taken too: they stay open. */
async function markListed(
  tx: Tx,
  organisationId: string,
  { importId, entityId }: OpenItems,
  { credits, numbers, keptNumbers, keptAccounts }: SortedLines,
): Promise<void> {
  await tx.execute(sql`
    update invoice set listed_in = ${importId}
    where org_id = ${organisationId} and id in (
      select id from invoice
      where org_id = ${organisationId} and entity_id = ${entityId} and number = any(${sql.param(numbers)}::text[])
      order by id for no key update)`);
  const creditNumbers = [...keptNumbers, ...credits.map((row) => row.data.number)];
  await tx.execute(sql`
    update credit set listed_in = ${importId}
    where org_id = ${organisationId} and entity_id = ${entityId} and number = any(${sql.param(creditNumbers)}::text[])`);
  if (keptAccounts.length === 0) return;
  await tx.execute(sql`
    update invoice set listed_in = ${importId}
    where org_id = ${organisationId} and id in (
      select i.id from invoice i join account a on a.id = i.account_id
      where i.org_id = ${organisationId} and i.entity_id = ${entityId} and i.status = 'open'
        and a.ref = any(${sql.param(keptAccounts)}::text[])
      order by i.id for no key update of i)`);
}

function countOf(
  becomes: string,
  invoices: readonly { verdict: Verdict }[],
  credits: readonly { verdict: string }[],
): number {
  return (
    invoices.filter(({ verdict }) => verdict.becomes === becomes).length +
    credits.filter(({ verdict }) => verdict === becomes).length
  );
}

function rejectionsOf(invoices: readonly { verdict: Verdict }[]): Rejection[] {
  return invoices.flatMap(({ verdict }) => (verdict.becomes === 'rejected' ? [verdict.rejection] : []));
}
