import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { readDay, readFactsOf, readVersions, type EnrolmentRow, type OrganisationDay } from '@relance/db/queries';
import { forecast, type Ahead, type State } from '@relance/workflows/engine';
import { say } from '@relance/workflows/messages';
import type { enrolment } from '../schemas/enrolment.ts';
import { daysBetween } from './days.ts';
import { holdEnd } from './hold-end.ts';
import { moneyOf } from './money.ts';

type Enrolment = z.infer<typeof enrolment>;

/** Rows as people see them: where each case stands and what it will do next if nothing else happens. */
export async function enrolmentsOf(
  tx: Tx,
  organisationId: string,
  rows: readonly EnrolmentRow[],
): Promise<Enrolment[]> {
  const day = await readDay(tx, organisationId);
  const next = await foreseeCases(tx, organisationId, rows, day);
  return rows.map((row) => enrolmentOf(row, day.today, (next.get(row.id) ?? []).map(nextOf)));
}

/** What the cases that go on will do, by their ids; one statement for all their facts. */
export async function foreseeCases(
  tx: Tx,
  organisationId: string,
  rows: readonly EnrolmentRow[],
  { now, timeZone }: OrganisationDay,
): Promise<Map<string, Ahead[]>> {
  const versionIds = rows.map(({ versionId }) => versionId);
  const planOf = new Map((await readVersions(tx, organisationId, versionIds)).map(({ id, plan }) => [id, plan]));
  const going = rows.flatMap((row) => {
    const plan = planOf.get(row.versionId);
    const live = row.status === 'live' || row.status === 'held';
    return plan && live && row.state !== null ? [{ row, plan, state: row.state }] : [];
  });
  const requests = going.map(({ row: { id: enrolmentId }, plan: { settings } }) => ({
    enrolmentId,
    fallback: { country: settings.calendar, timeZone: settings.timeZone },
  }));
  const facts = await readFactsOf(tx, organisationId, { now, requests });
  return new Map(
    going.map(({ row, plan, state }) => {
      const known = facts.get(row.id);
      return [row.id, known ? forecast(plan, withHold(row, state, timeZone), known, now) : []];
    }),
  );
}

/** The state as it will be once the hold or resumption that a person has just asked for is taken in. */
function withHold({ held, heldUntil }: EnrolmentRow, state: State, timeZone: string): State {
  if (held === (state.held !== null)) return state;
  if (!held) return { ...state, held: null };
  return { ...state, held: { until: heldUntil, untilAt: heldUntil && holdEnd(heldUntil, timeZone) } };
}

function nextOf({ at, nodeId, what }: Ahead): Enrolment['next'][number] {
  return { at, nodeId: nodeId ?? null, what: say(what, 'en'), text: what };
}

function enrolmentOf(row: EnrolmentRow, today: string, next: Enrolment['next']): Enrolment {
  const tokens = row.status === 'ended' ? [] : (row.state?.tokens ?? []);
  return {
    id: row.id,
    invoiceId: row.invoiceId,
    scenarioId: row.scenarioId,
    version: row.version,
    status: row.status,
    tokens: tokens.map(({ nodeId, visit, waitingFor, deadline }) => ({ nodeId, visit, waitingFor, deadline })),
    next,
    nextAction: next[0] ?? null,
    contactWait: row.contactWait,
    outcome:
      row.outcomeReason === null
        ? null
        : { reason: row.outcomeReason, ...(row.outcomeNodeId !== null && { nodeId: row.outcomeNodeId }) },
    invoiceNumber: row.invoiceNumber,
    debtorId: row.debtorId,
    debtorName: row.debtorName,
    balance: moneyOf(row.balance, row.currency),
    daysOverdue: daysBetween(row.dueDate, today),
    scenarioName: row.scenarioName,
    heldUntil: row.heldUntil,
    heldReason: row.heldReason,
    closing: row.status === 'ended' ? null : row.closing,
    incident: row.incidentCode === null ? null : { code: row.incidentCode, nodeId: row.incidentNodeId },
    enrolledAt: row.enrolledAt,
    endedAt: row.endedAt,
  };
}
