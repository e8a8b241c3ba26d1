import { inOrganisation, type Tx } from '@relance/db';
import {
  lockCase,
  readClock,
  readFacts,
  readUnconsumed,
  writeRunId,
  writeStep,
  type Case,
  type ClockReading,
} from '@relance/db/queries';
import type { RunRef, StepReply } from '@relance/workflows/contract';
import { ENGINE_VERSION, run as runEngine, type EngineEvent } from '@relance/workflows/engine';
import { canonicalJson, sha256Hex } from '@relance/workflows/plan';
import type { Deps } from '../deps.ts';
import { isPassing } from './failure-code.ts';
import { recordIncident } from './record-incident.ts';
import { NOBODY, replyOf } from './reply.ts';
import { writeCommands } from './write-commands.ts';

/**
 * One step of one enrolment, in one transaction: takes in its unconsumed events and what is due, writes what the engine
 * answers, and replies from the row. Run again, late, twice at once or from a stale run, it takes in nothing twice.
 * `run` null: called directly, by an advance or a seed. Throws only what passes by itself: the database is away or busy.
 */
export async function stepEnrolment(
  deps: Pick<Deps, 'app' | 'log'>,
  organisationId: string,
  enrolmentId: string,
  run: RunRef | null,
): Promise<StepReply> {
  try {
    return await inOrganisation(deps.app, organisationId, (tx) => takeStep(tx, organisationId, enrolmentId, run));
  } catch (error) {
    if (isPassing(error)) throw error;
    deps.log.error({ err: error, organisationId, enrolmentId }, 'a step failed');
    return recordIncident(deps, organisationId, enrolmentId, error);
  }
}

async function takeStep(tx: Tx, organisationId: string, enrolmentId: string, run: RunRef | null): Promise<StepReply> {
  const found = await lockCase(tx, organisationId, enrolmentId);
  if (!found || isStale(found, run)) return NOBODY;
  const clock = await readClock(tx, organisationId);
  const events = found.status === 'live' ? await readUnconsumed(tx, enrolmentId) : [];
  if (isDue(found, events, clock))
    return replyOf(await advanceCase(tx, organisationId, found, events, clock, run), clock);
  if (run?.first && found.runId !== run.id) await writeRunId(tx, enrolmentId, run.id);
  return replyOf(found, clock);
}

/** A later step of a run that is no longer the enrolment's: another has begun since. */
function isStale({ runId }: Case, run: RunRef | null): boolean {
  return run !== null && !run.first && runId !== null && runId !== run.id;
}

function isDue({ status, incidentCode, incidentEventNo, wakeAt }: Case, events: EngineEvent[], { now }: ClockReading) {
  if (status === 'ended') return false;
  if (events.some(({ no }) => no >= (incidentEventNo ?? 0))) return true;
  return incidentCode === null && wakeAt !== null && Date.parse(wakeAt) <= Date.parse(now);
}

async function advanceCase(
  tx: Tx,
  organisationId: string,
  found: Case,
  events: EngineEvent[],
  { now }: ClockReading,
  run: RunRef | null,
): Promise<Case> {
  const { calendar, timeZone } = found.plan.settings;
  const fallback = { country: calendar, timeZone };
  const facts = await readFacts(tx, organisationId, { enrolmentId: found.id, now, fallback });
  const { state, commands, wakeAt } = runEngine(found.plan, found.state, events, facts, now);
  await writeCommands(tx, organisationId, { case: found, commands, heldNow: state.held !== null, now });
  return writeStep(tx, organisationId, found, {
    now,
    state,
    stateHash: sha256Hex(canonicalJson(state)),
    wakeAt,
    events,
    facts,
    commands,
    engineVersion: ENGINE_VERSION,
    runId: run?.id ?? null,
  });
}
