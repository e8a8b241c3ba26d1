import { realDelay, type Case, type ClockReading } from '@relance/db/queries';
import type { StepReply } from '@relance/workflows/contract';
import { describe } from '@relance/workflows/engine';

/** To a run that looks after nothing any more. */
export const NOBODY: StepReply = { done: true, wakeInMs: null, summary: 'looked after by another run' };

/** The reply to a run, read from the row as it is now. */
export function replyOf({ status, state, plan, incidentCode, wakeAt }: Case, clock: ClockReading): StepReply {
  return {
    done: status === 'ended',
    wakeInMs: wakeAt === null || incidentCode !== null ? null : realDelay(clock, wakeAt),
    summary: incidentCode === null || state?.incident ? standing(plan, state) : `incident: ${incidentCode}`,
  };
}

function standing(plan: Case['plan'], state: Case['state']): string {
  return state === null ? 'not begun' : describe(plan, state);
}
