import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@relance/db';
import {
  appendAudit,
  beginAdvance,
  nextDueInstant,
  readClockState,
  readQuiescence,
  setSpeed,
  shortenAdvance,
} from '@relance/db/queries';
import type { Allowed, Caller } from '../context.ts';
import { conflict, refused } from '../problem.ts';
import type * as schemas from '../schemas/sandbox.ts';
import { requireSandbox } from './sandbox.ts';

type Clock = z.infer<typeof schemas.clock>;

const FARTHEST_YEARS = 10;

export async function getClock(allowed: Allowed): Promise<Clock> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  return work((tx) => stateOf(tx, caller.organisationId), { isolation: 'repeatable read' });
}

/** Sets a target and returns; the worker takes the clock there, crash or not. */
export async function advanceClock(
  allowed: Allowed,
  { advanceTo, via = 'direct' }: z.infer<typeof schemas.clockAdvance>,
): Promise<Clock> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  return work(async (tx) => {
    const { now, speed, advancingTo } = await readClockState(tx, caller.organisationId, true);
    if (advancingTo !== null) throw conflict('advancing', `The clock is already on its way to ${advancingTo}.`);
    if (speed !== 0) throw conflict('running', 'The clock runs by itself; set its speed to 0 first.');
    if (advanceTo < now) throw refused('in-the-past', `The clock stands at ${now} and never goes back.`);
    if (advanceTo > farthestFrom(now)) throw refused('too-far', `A clock advances by ${FARTHEST_YEARS} years at most.`);
    if (advanceTo !== now) {
      await beginAdvance(tx, caller.organisationId, { from: now, to: advanceTo, via });
      await note(tx, caller, { at: now, kind: 'clock-advanced', data: { to: advanceTo, via } });
    }
    return stateOf(tx, caller.organisationId);
  });
}

export async function setClockSpeed(allowed: Allowed, { speed }: z.infer<typeof schemas.clockSpeed>): Promise<Clock> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  return work(async (tx) => {
    const { now, advancingTo } = await readClockState(tx, caller.organisationId, true);
    if (advancingTo !== null) throw conflict('advancing', `The clock is on its way to ${advancingTo}.`);
    await setSpeed(tx, caller.organisationId, speed);
    await note(tx, caller, { at: now, kind: 'clock-set', data: { speed } });
    return stateOf(tx, caller.organisationId);
  });
}

/** Ends an advance where it has come, or stops a running clock. */
export async function stopClock(allowed: Allowed): Promise<Clock> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  return work(async (tx) => {
    const { now, speed, advancingTo } = await readClockState(tx, caller.organisationId, true);
    if (advancingTo === null && speed === 0) return stateOf(tx, caller.organisationId);
    if (advancingTo !== null) await shortenAdvance(tx, caller.organisationId);
    else await setSpeed(tx, caller.organisationId, 0);
    await note(tx, caller, { at: now, kind: 'clock-stopped', data: {} });
    return stateOf(tx, caller.organisationId);
  });
}

function note(
  tx: Tx,
  { organisationId, actor }: Caller,
  entry: { at: string; kind: string; data: Record<string, unknown> },
): Promise<void> {
  return appendAudit(tx, organisationId, [{ ...entry, actor, ref: organisationId }]);
}

async function stateOf(tx: Tx, organisationId: string): Promise<Clock> {
  const { now, speed, advancingTo, advancingFrom, advanceCount } = await readClockState(tx, organisationId);
  const { quiescent, incidents } = await readQuiescence(tx, organisationId, now);
  return {
    now,
    advancingTo,
    speed,
    quiescent,
    incidents,
    nextEventAt: await nextDueInstant(tx, organisationId),
    progress:
      advancingTo !== null && advancingFrom !== null
        ? { from: advancingFrom, to: advancingTo, now, count: advanceCount }
        : null,
  };
}

function farthestFrom(now: string): string {
  const farthest = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add({ years: FARTHEST_YEARS });
  return new Date(farthest.epochMilliseconds).toISOString();
}
