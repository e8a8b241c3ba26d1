import { isDatabaseAway } from '@relance/db';
import type { ShellActivities, StepReply } from '@relance/workflows/contract';
import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Deps } from './deps.ts';
import { deliverMessage, dispatchDebtor } from './dispatch/index.ts';
import { stepImport } from './imports/index.ts';
import { stepOrganisation } from './sandbox/index.ts';
import { failureCode, isPassing, stepEnrolment } from './step/index.ts';
import { awayDelay } from './step/away-delay.ts';

export interface ActivityOptions {
  /** First delay while the database is away; it doubles up to ten times that. */
  awayMs: number;
}

/** The activities of the four shells: the organisation's own functions, with failures as codes. */
export function activities(deps: Deps, { awayMs }: ActivityOptions): ShellActivities {
  const delay = awayDelay(awayMs);

  /** A step never fails its workflow: what passes by itself is a delay, anything else an incident or a later attempt. */
  const step = async <Reply extends StepReply>(work: () => Promise<Reply>, later: (reply: StepReply) => Reply) => {
    try {
      const reply = await work();
      delay.back();
      return reply;
    } catch (error) {
      if (!isPassing(error)) throw coded(deps, error);
      const wakeInMs = isDatabaseAway(error) ? delay.next() : BUSY_MS;
      return later({ done: false, wakeInMs, summary: failureCode(error), away: true });
    }
  };

  return {
    stepEnrolment: ({ organisationId, id }, run) =>
      step(
        () => stepEnrolment(deps, organisationId, id, run),
        (reply) => reply,
      ),
    stepDebtor: ({ organisationId, id }, run) =>
      step(
        () => dispatchDebtor(deps, organisationId, id, run),
        (reply) => ({ ...reply, deliver: [] }),
      ),
    deliverMessage: ({ organisationId }, messageId) =>
      alive(deps, () => deliverMessage(deps, organisationId, messageId)),
    stepImport: (input, run) => alive(deps, () => stepImport(deps, input.organisationId, input.id, run)),
    stepOrganisation: (input, run) => alive(deps, () => stepOrganisation(deps, input.organisationId, run)),
  };
}

const BUSY_MS = 2_000;
const HEARTBEAT_MS = 2_000;

/** Tells Temporal that the worker still works on it; a killed worker's part is then taken over within seconds. */
async function alive<Result>(deps: Deps, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => heartbeat(), HEARTBEAT_MS);
  try {
    return await work();
  } catch (error) {
    throw coded(deps, error);
  } finally {
    clearInterval(timer);
  }
}

function coded({ log }: Deps, error: unknown): ApplicationFailure {
  const code = failureCode(error);
  log.error({ err: error, code }, 'an activity failed');
  return ApplicationFailure.create({ message: code, type: code });
}
