import { runCall } from './call/run.ts';
import { runDecision } from './decision/run.ts';
import { runEnd } from './end/run.ts';
import type { Runner } from './runner.ts';
import { runSendEmail } from './send-email/run.ts';
import { runStart } from './start/run.ts';
import { runTask } from './task/run.ts';
import { runWait } from './wait/run.ts';

export type Runners = Record<string, Runner>;

/** Behaviour by node type. A plan holds what each type's own `compile` wrote, hence the `never` of their configs. */
export const RUNNERS: Runners = {
  start: runStart,
  wait: runWait,
  'send-email': runSendEmail,
  call: runCall,
  task: runTask,
  decision: runDecision,
  end: runEnd,
};
