import { inOrganisation, type Tx } from '@relance/db';
import {
  claimRun,
  endAdvance,
  moveClock,
  readAdvance,
  readAssignment,
  readClock,
  readDueAssignment,
  realDelay,
} from '@relance/db/queries';
import type { RunRef, StepReply } from '@relance/workflows/contract';
import { runAssignment } from '../assignment/run-assignment.ts';
import type { Deps } from '../deps.ts';
import { planAhead, simulate } from '../simulation/index.ts';
import { deliverStaffMail } from '../staff-mail/deliver-staff-mail.ts';
import { workByRuns } from './work-by-runs.ts';
import { workDirectly } from './work-directly.ts';

// less than a worker that shuts down waits for
const BUDGET_MS = 4_000;
const AGAIN_MS = 1_000;
const IDLE: StepReply = { done: true, wakeInMs: null, summary: 'nothing to do by itself' };

/** What one call keeps in mind from instant to instant. */
export interface Shift {
  /** Real time at which it hands over to the next call. */
  until: number;
  /** Pokes of debtors that have been looked after, by their versions. */
  seen: Map<string, string | null>;
}

/** What a look at an instant came to: nothing is left to do there, there is more, or something is in nobody's hands yet. */
export interface Work {
  outcome: 'quiescent' | 'more' | 'waiting';
  steps: number;
}

/**
 * Puts invoices into scenarios when the rules are due, and advances a sandbox's clock for some seconds: works until nothing
 * is due, moves to the next due instant, and so on up to the target. Both are rows, so a crash loses nothing and a stop
 * request is a nearer target. At each instant a demo's debtors act before its own work is done: a payment of that minute
 * stops the reminder of that minute. Run again, it goes on. Replies when the rules are due next.
 */
export async function stepOrganisation(
  deps: Deps,
  organisationId: string,
  run: RunRef | null,
  budgetMs: number = BUDGET_MS,
): Promise<StepReply> {
  await deliverStaffMail(deps, organisationId);
  const shift: Shift = { until: Date.now() + budgetMs, seen: new Map() };
  for (;;) {
    const standing = await inOrganisation(deps.app, organisationId, async (tx) =>
      (await claimRun(tx, 'organisation', organisationId, run)) ? readStanding(tx, organisationId) : null,
    );
    if (standing === null) return IDLE;
    if (standing.assignmentDue) {
      await runAssignment(deps, organisationId);
      continue;
    }
    const { advance } = standing;
    if (advance === null) return standing.reply;
    const acts = await simulate(deps, organisationId, advance.now);
    const work = advance.via === 'direct' ? workDirectly : workByRuns;
    const { outcome, steps } = await work(deps, organisationId, advance.now, shift);
    const summary = `advancing to ${advance.target}`;
    if (outcome === 'waiting') return { done: false, wakeInMs: AGAIN_MS, summary };
    if (outcome === 'more') return { done: false, wakeInMs: 0, summary };
    await planAhead(deps, organisationId, advance.now);
    const arrived = Date.parse(advance.now) >= Date.parse(advance.target);
    await inOrganisation(deps.app, organisationId, (tx) =>
      arrived ? endAdvance(tx, organisationId, acts + steps) : moveClock(tx, organisationId, advance, acts + steps),
    );
  }
}

/** What there is to do, and the reply when there is nothing. */
async function readStanding(tx: Tx, organisationId: string) {
  const clock = await readClock(tx, organisationId);
  const advance = await readAdvance(tx, organisationId);
  const assignmentDue = (await readDueAssignment(tx, organisationId, clock.now)) !== null;
  const { nextAt } = await readAssignment(tx, organisationId);
  const wakeInMs = nextAt === null ? null : realDelay(clock, nextAt);
  const reply = wakeInMs === null ? IDLE : { done: false, wakeInMs, summary: `assignment at ${nextAt}` };
  return { advance, assignmentDue, reply };
}
