import type { Runner } from '../nodes/runner.ts';
import { RUNNERS } from '../nodes/runners.ts';
import type { Plan } from '../plan/plan.ts';
import { type Ahead, aheadOf } from './ahead.ts';
import { countDays, dayOf } from './calendar.ts';
import type { Command } from './command.ts';
import type { EngineEvent } from './event.ts';
import { factsAfterContact, factsAt } from './facts-at.ts';
import type { Facts } from './facts.ts';
import { epochMs, later } from './instant.ts';
import { reopened } from './reopened.ts';
import { type Run, run } from './run.ts';
import type { State, Token } from './state.ts';

/** A case as one supposes it: messages leave at once, tasks are done when due, by the outcome that passes them by. */
interface Supposed {
  state: State;
  facts: Facts;
  now: string;
}

interface Next extends Supposed {
  events: EngineEvent[];
  /** Said before the step, when nothing of the step itself says it. */
  ahead: Ahead[];
}

const MOST_STEPS = 60;

/**
 * What a case does from here if nothing else happens, at most `limit` things in the order of time. Stops at the end, at an
 * incident, at a hold without end, and after the first thing for which `stopAt` holds.
 */
export function lookAhead(
  plan: Plan,
  from: Supposed,
  limit: number,
  stopAt: (ahead: Ahead) => boolean = () => false,
): Ahead[] {
  const found: Ahead[] = [];
  let supposed = from;
  for (let step = 0; step < MOST_STEPS && found.length < limit; step += 1) {
    const next = suppose(plan, supposed);
    if (next === null) break;
    const taken: Run = run(plan, next.state, next.events, next.facts, next.now);
    found.push(...next.ahead, ...aheadOf(plan, taken.commands, next.now));
    supposed = { state: taken.state, facts: next.facts, now: next.now };
    if (found.some(stopAt)) break;
  }
  return found.slice(0, limit);
}

/** The next thing that happens to a case, or null when nothing does by itself. */
function suppose(plan: Plan, { state, facts, now }: Supposed): Next | null {
  if (state.outcome !== null || state.incident !== null) return null;
  const at = (instant: string): Omit<Next, 'events' | 'ahead'> => {
    const then = later(instant, now);
    return { state, facts: factsAt(facts, now, then), now: then };
  };
  if (state.held !== null) {
    const { untilAt } = state.held;
    if (untilAt === null) return null;
    return { ...at(untilAt), events: [], ahead: [{ at: untilAt, nodeId: null, what: { key: 'ahead.held' } }] };
  }
  const moments = state.tokens.map((token) => ({ token, ...momentOf(plan, state, token, facts, now) }));
  const [first] = moments.toSorted((a, b) => epochMs(a.at) - epochMs(b.at));
  if (first === undefined) return null;
  const then = at(first.at);
  if (first.event === null) return { ...then, events: [], ahead: [] };
  const known = first.isContact ? factsAfterContact(then.facts, then.now) : then.facts;
  return { ...then, facts: known, events: [first.event(then.now)], ahead: [] };
}

interface Moment {
  at: string;
  event: ((at: string) => EngineEvent) | null;
  /** Whether it reaches the debtor: a message that leaves, a call that is made. */
  isContact: boolean;
}

/** When a token goes on by itself or, supposedly, by a message that leaves or a person who does the work. */
function momentOf(plan: Plan, state: State, token: Token, facts: Facts, now: string): Moment {
  if (token.deadline !== null) return { at: token.deadline, event: null, isContact: false };
  const commands = reopened(plan, state, token, facts);
  if (token.waitingFor === 'contact')
    return { at: now, event: (at) => sent(token, commands, facts, at), isContact: true };
  return { at: dueOf(commands) ?? now, event: (at) => done(plan, token, at), isContact: isContact(plan, token.nodeId) };
}

/** Whether the task of a node is a contact with the debtor, as a call is and other work is not. */
export function isContact(plan: Plan, nodeId: string): boolean {
  return runnerOf(plan, nodeId)?.isContact ?? false;
}

function runnerOf(plan: Plan, nodeId: string): Runner | undefined {
  const node = plan.nodes[nodeId];
  return node === undefined ? undefined : RUNNERS[node.type];
}

function dueOf(commands: Command[]): string | null {
  for (const command of commands) if (command.kind === 'open-task') return command.dueAt;
  return null;
}

function sent({ nodeId, visit }: Token, commands: Command[], facts: Facts, at: string): EngineEvent {
  const planned = commands.find((command) => command.kind === 'plan-contact');
  const answerIn = planned?.kind === 'plan-contact' ? planned.answerIn : null;
  const answerBy = answerIn === null ? null : countDays(dayOf(at, facts.calendar), answerIn, facts.calendar).toString();
  const data = { contactId: '', nodeId, visit, status: 'sent', reason: null, at, answerBy } as const;
  return { no: 1, kind: 'contact-settled', v: 1, at, actor: '', reason: null, data };
}

function done(plan: Plan, { nodeId, visit }: Token, at: string): EngineEvent {
  const runner = runnerOf(plan, nodeId);
  const outcome = runner?.agreed ?? runner?.passBy(plan.nodes[nodeId]?.config as never) ?? 'next';
  const data = { taskId: '', nodeId, visit, outcome, values: {} };
  return { no: 1, kind: 'task-completed', v: 1, at, actor: '', reason: null, data };
}
