import type { LateEntry } from '@relance/workflows/plan';
import { newId } from '../new-id.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, enrolment, invoice } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { recordEvents } from './event.ts';

export interface EnrolRequest {
  scenarioId: string;
  versionId: string;
  invoiceIds: readonly string[];
  actor: string;
  /** Organisation's time. */
  at: string;
  /** The line of the rules that says so, and the version of the list. */
  rule?: { id: string; version: number };
  /** How an old invoice enters where the scenario does not say it. */
  lateEntry?: LateEntry;
}

export type SkipReason = 'unknown' | 'already-enrolled' | 'paid' | 'credited' | 'excluded';

export interface EnrolResult {
  enrolled: { invoiceId: string; enrolmentId: string }[];
  skipped: { invoiceId: string; reason: SkipReason }[];
}

const BATCH = 2_000;

/**
 * Puts invoices under a published version, set-based, in the caller's transaction: enrolment, event 1 `enrolled`, audit
 * and poke. An invoice that cannot enter is skipped with the reason; ids that are not uuids must be sorted out before.
 */
export async function enrolInvoices(tx: Tx, organisationId: string, request: EnrolRequest): Promise<EnrolResult> {
  const result: EnrolResult = { enrolled: [], skipped: [] };
  // ascending, so that two enrolments of the same invoices take their locks in one order
  const ids = [...new Set(request.invoiceIds)].sort();
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = await enrolBatch(tx, organisationId, { ...request, invoiceIds: ids.slice(from, from + BATCH) });
    result.enrolled.push(...part.enrolled);
    result.skipped.push(...part.skipped);
  }
  return result;
}

async function enrolBatch(tx: Tx, organisationId: string, request: EnrolRequest): Promise<EnrolResult> {
  const found = new Map((await lockCandidates(tx, organisationId, request.invoiceIds)).map((row) => [row.id, row]));
  const skipped: EnrolResult['skipped'] = [];
  const rows = request.invoiceIds.flatMap((invoiceId) => {
    const row = found.get(invoiceId);
    const reason = row ? reasonToSkip(row) : 'unknown';
    if (row && reason === null) return [{ ...row, enrolmentId: newId() }];
    if (reason !== null) skipped.push({ invoiceId, reason });
    return [];
  });
  const entered = new Set(await insertEnrolments(tx, organisationId, request, rows));
  for (const { id, enrolmentId } of rows) {
    if (!entered.has(enrolmentId)) skipped.push({ invoiceId: id, reason: 'already-enrolled' });
  }
  const accepted = rows.filter(({ enrolmentId }) => entered.has(enrolmentId));
  const { actor, at, scenarioId, versionId, rule, lateEntry } = request;
  await recordEvents(
    tx,
    organisationId,
    accepted.map(({ enrolmentId }) => ({
      enrolmentId,
      kind: 'enrolled',
      at,
      actor,
      data: lateEntry ? { lateEntry } : {},
    })),
  );
  await appendAudit(
    tx,
    organisationId,
    accepted.map(({ enrolmentId, id, debtorId }) => ({
      at,
      actor,
      kind: 'enrolled',
      enrolmentId,
      invoiceId: id,
      debtorId,
      ref: scenarioId,
      data: { scenarioId, versionId, ...(rule && { ruleId: rule.id, assignmentVersion: rule.version }) },
    })),
  );
  return { enrolled: accepted.map(({ id, enrolmentId }) => ({ invoiceId: id, enrolmentId })), skipped };
}

interface Candidate {
  id: string;
  debtorId: string;
  entityId: string;
  status: 'open' | 'paid' | 'credited';
  balance: number;
  excluded: boolean;
}

function lockCandidates(tx: Tx, organisationId: string, ids: readonly string[]): Promise<Candidate[]> {
  return tx
    .select({
      id: invoice.id,
      debtorId: invoice.debtorId,
      entityId: invoice.entityId,
      status: invoice.status,
      balance: invoice.balance,
      excluded: sql<boolean>`(${debtor.excluded} or ${invoice.excluded})`,
    })
    .from(invoice)
    .innerJoin(debtor, eq(debtor.id, invoice.debtorId))
    .where(and(eq(invoice.orgId, organisationId), inArray(invoice.id, [...ids])))
    .orderBy(invoice.id)
    .for('no key update', { of: invoice });
}

function reasonToSkip({ status, balance, excluded }: Candidate): SkipReason | null {
  if (status === 'credited') return 'credited';
  if (status === 'paid' || balance <= 0) return 'paid';
  return excluded ? 'excluded' : null;
}

/** Returns the ids that entered: an invoice whose live enrolment exists keeps it. */
async function insertEnrolments(
  tx: Tx,
  organisationId: string,
  { scenarioId, versionId, actor, at, rule }: EnrolRequest,
  rows: readonly { id: string; debtorId: string; entityId: string; enrolmentId: string }[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const values = rows.map(({ id, debtorId, entityId, enrolmentId }) => ({
    id: enrolmentId,
    orgId: organisationId,
    invoiceId: id,
    debtorId,
    entityId,
    scenarioId,
    versionId,
    enrolledAt: at,
    enrolledBy: actor,
    ruleId: rule?.id ?? null,
    assignmentVersion: rule?.version ?? null,
  }));
  const inserted = await tx
    .insert(enrolment)
    .values(values)
    .onConflictDoNothing({ target: enrolment.invoiceId, where: sql`status = 'live'` })
    .returning({ id: enrolment.id });
  return inserted.map(({ id }) => id);
}
