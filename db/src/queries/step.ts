import type { Command, EngineEvent, Facts, State } from '@relance/workflows/engine';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, enrolment, event, invoice, journal, scenarioVersion } from '../schema/index.ts';

/** An enrolment as its step finds it, locked. */
export type Case = Awaited<ReturnType<typeof selectCases>>[number];

/** Locks the invoice, then the enrolment, and reads what a step needs of them; undefined when there is none. */
export async function lockCase(tx: Tx, organisationId: string, enrolmentId: string) {
  await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(eq(invoice.id, sql`(select invoice_id from enrolment where id = ${enrolmentId})`))
    .for('no key update');
  const [row] = await selectCases(tx)
    .where(and(eq(enrolment.id, enrolmentId), eq(enrolment.orgId, organisationId)))
    .for('no key update', { of: enrolment });
  return row;
}

/** Locks all cases of a debtor that go on, in the order of kinds and ids, and reads the same of each. */
export async function lockDebtorCases(tx: Tx, organisationId: string, debtorId: string): Promise<Case[]> {
  const going = and(
    eq(enrolment.orgId, organisationId),
    eq(enrolment.debtorId, debtorId),
    eq(enrolment.status, 'live'),
  );
  const invoices = tx.select({ id: enrolment.invoiceId }).from(enrolment).where(going);
  await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(inArray(invoice.id, invoices))
    .orderBy(invoice.id)
    .for('no key update');
  return selectCases(tx).where(going).orderBy(enrolment.id).for('no key update', { of: enrolment });
}

/** Locks cases that go on by their ids, in the order of kinds and ids, and reads the same of each. */
export async function lockCases(tx: Tx, organisationId: string, enrolmentIds: readonly string[]): Promise<Case[]> {
  const wanted = and(
    eq(enrolment.orgId, organisationId),
    inArray(enrolment.id, [...enrolmentIds]),
    eq(enrolment.status, 'live'),
  );
  const invoices = tx.select({ id: enrolment.invoiceId }).from(enrolment).where(wanted);
  await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(inArray(invoice.id, invoices))
    .orderBy(invoice.id)
    .for('no key update');
  return selectCases(tx).where(wanted).orderBy(enrolment.id).for('no key update', { of: enrolment });
}

function selectCases(tx: Tx) {
  return tx
    .select({
      id: enrolment.id,
      invoiceId: enrolment.invoiceId,
      debtorId: enrolment.debtorId,
      debtorRef: debtor.externalRef,
      entityId: enrolment.entityId,
      currency: invoice.currency,
      country: debtor.country,
      status: enrolment.status,
      closing: enrolment.closing,
      held: enrolment.held,
      incidentCode: enrolment.incidentCode,
      incidentEventNo: enrolment.incidentEventNo,
      state: enrolment.state,
      seq: enrolment.seq,
      nextEventNo: enrolment.nextEventNo,
      wakeAt: enrolment.wakeAt,
      runId: enrolment.runId,
      plan: scenarioVersion.plan,
    })
    .from(enrolment)
    .innerJoin(invoice, eq(invoice.id, enrolment.invoiceId))
    .innerJoin(debtor, eq(debtor.id, enrolment.debtorId))
    .innerJoin(scenarioVersion, eq(scenarioVersion.id, enrolment.versionId))
    .$dynamic();
}

/** The facts that no step has taken in yet, in the order of their numbers. */
export async function readUnconsumed(tx: Tx, enrolmentId: string): Promise<EngineEvent[]> {
  const rows = await tx
    .select({
      no: event.no,
      kind: event.kind,
      v: event.v,
      at: event.at,
      actor: event.actor,
      reason: event.reason,
      data: event.data,
    })
    .from(event)
    .where(and(eq(event.enrolmentId, enrolmentId), isNull(event.consumedSeq)))
    .orderBy(event.no);
  // kinds and versions that this release does not know are kept by the table and ignored by the engine
  return rows as unknown as EngineEvent[];
}

export async function writeRunId(tx: Tx, enrolmentId: string, runId: string): Promise<void> {
  await tx.update(enrolment).set({ runId }).where(eq(enrolment.id, enrolmentId));
}

export interface StepRecord {
  now: string;
  state: State;
  stateHash: string;
  wakeAt: string | null;
  events: readonly EngineEvent[];
  facts: Facts;
  commands: readonly Command[];
  engineVersion: number;
  runId: string | null;
}

/** Writes what a step has come to: the row, its journal, and the events as consumed. Returns the row as it is now. */
export async function writeStep(tx: Tx, organisationId: string, before: Case, step: StepRecord): Promise<Case> {
  const { state, now, wakeAt, events } = step;
  const seq = before.seq + 1;
  const ended = state.outcome !== null;
  const after = {
    seq,
    state,
    wakeAt: ended ? null : wakeAt,
    status: ended ? ('ended' as const) : before.status,
    held: state.held !== null && !ended,
    incidentCode: state.incident?.code ?? null,
    incidentEventNo: null,
    runId: step.runId ?? before.runId,
  };
  await tx
    .update(enrolment)
    .set({
      ...after,
      ...heldUntil(state, events),
      incidentNodeId: state.incident?.nodeId ?? null,
      outcomeReason: state.outcome?.reason ?? null,
      outcomeNodeId: state.outcome?.nodeId ?? null,
      endedAt: ended ? now : null,
      pokedAt: null,
      pokeCount: 0,
    })
    .where(eq(enrolment.id, before.id));
  const eventNos = events.map(({ no }) => no);
  await tx.insert(journal).values({
    enrolmentId: before.id,
    seq,
    orgId: organisationId,
    engineVersion: step.engineVersion,
    now,
    eventNos,
    facts: step.facts,
    commands: step.commands,
    stateHash: step.stateHash,
  });
  if (eventNos.length > 0) {
    await tx
      .update(event)
      .set({ consumedSeq: seq })
      .where(and(eq(event.enrolmentId, before.id), sql`${event.no} = any(${sql.param(eventNos)}::int[])`));
  }
  return { ...before, ...after };
}

/** The reason of a hold is the last holder's; without a new hold it stays while the case is held. */
function heldUntil({ held, outcome }: State, events: readonly EngineEvent[]) {
  if (held === null || outcome !== null) return { heldUntil: null, heldReason: null };
  const last = events.findLast(({ kind }) => kind === 'held');
  return { heldUntil: held.until, ...(last ? { heldReason: last.reason } : {}) };
}

/** Marks a case whose step threw; only an event recorded from now on tries again. */
export async function markIncident(
  tx: Tx,
  { id, nextEventNo }: Pick<Case, 'id' | 'nextEventNo'>,
  code: string,
): Promise<void> {
  await tx
    .update(enrolment)
    .set({ incidentCode: code, incidentNodeId: null, incidentEventNo: nextEventNo, pokedAt: null, pokeCount: 0 })
    .where(eq(enrolment.id, id));
}
