import type { Plan } from '../plan/plan.ts';
import type { DeadlineEvent, EngineEvent, EventData } from './event.ts';
import { isPast } from './instant.ts';
import { lateEntryOf } from './late-entry.ts';
import type { Token } from './state.ts';
import type { Walk } from './walk.ts';

/** What one event does to a case. Kinds that this engine does not know are kept by the step and ignored here. */
export function handle(walk: Walk, plan: Plan, event: EngineEvent | DeadlineEvent, now: string): void {
  if (walk.state.outcome !== null) return ignore(walk, event.kind, 'ended');
  switch (event.kind) {
    case 'enrolled':
      return enrol(walk, plan, event.data);
    case 'paid':
      return walk.endCase('paid', null);
    case 'cancelled':
      return walk.endCase('cancelled', null);
    case 'balance-changed':
      return;
    case 'task-completed':
      return completeTask(walk, event.data);
    case 'contact-settled':
      return settleContact(walk, event.data);
    case 'held':
      walk.state.held = { until: event.data.until, untilAt: event.data.untilAt };
      return walk.note('held', null, { until: event.data.until });
    case 'resumed':
      return resume(walk, 'person');
    case 'skip':
      return skip(walk, event.data.nodeId);
    case 'move':
      return move(walk, plan, event.data.nodeId);
    case 'retry':
      return retry(walk);
    case 'deadline':
      return meetDeadline(walk, event, now);
    default:
      return ignoreUnknown(walk, event);
  }
}

function ignore(walk: Walk, kind: string, reason: string, at: { nodeId: string; visit: number } | null = null): void {
  walk.note('ignored', at, { kind, reason });
}

/** A row written by a later version may hold a kind that no type here names. */
function ignoreUnknown(walk: Walk, event: never): void {
  const { kind } = event as { kind: string };
  ignore(walk, kind, 'unknown-kind');
}

function enrol(walk: Walk, plan: Plan, { lateEntry = 'first-step' }: EventData['enrolled']): void {
  if (walk.state.tokens.length > 0) return ignore(walk, 'enrolled', 'already-enrolled');
  walk.begin(lateEntryOf(plan) ?? lateEntry);
}

function completeTask(walk: Walk, { nodeId, visit, outcome, values }: EventData['task-completed']): void {
  const token = waiting(walk, nodeId, visit);
  if (token?.waitingFor !== 'task') return ignore(walk, 'task-completed', 'not-awaited', { nodeId, visit });
  walk.state.vars.answers[nodeId] = values;
  walk.signal(token, { kind: 'task', outcome });
}

function settleContact(walk: Walk, data: EventData['contact-settled']): void {
  const { nodeId, visit, status, reason, answerBy } = data;
  if (answerBy !== null) walk.state.vars.answerBy[nodeId] = answerBy;
  const token = waiting(walk, nodeId, visit);
  if (token === undefined || !walk.isMessage(token)) {
    return ignore(walk, 'contact-settled', 'not-awaited', { nodeId, visit });
  }
  walk.signal(token, { kind: 'contact', status, reason });
}

function waiting(walk: Walk, nodeId: string, visit: number): Token | undefined {
  return walk.state.tokens.find(
    (token) => token.nodeId === nodeId && token.visit === visit && token.waitingFor !== null,
  );
}

function resume(walk: Walk, by: 'person' | 'date'): void {
  if (walk.state.held === null) return ignore(walk, 'resumed', 'not-held');
  walk.state.held = null;
  walk.note('resumed', null, { by });
}

function skip(walk: Walk, nodeId: string): void {
  const tokens = walk.state.tokens.filter((token) => token.nodeId === nodeId);
  if (tokens.length === 0) return ignore(walk, 'skip', 'not-there');
  walk.state.incident = null;
  for (const token of tokens) {
    walk.note('skipped', token);
    walk.passBy(token, 'skipped');
  }
}

function move(walk: Walk, plan: Plan, nodeId: string): void {
  if (!Object.hasOwn(plan.nodes, nodeId)) return ignore(walk, 'move', 'unknown-node');
  walk.state.incident = null;
  walk.clear('moved');
  walk.note('moved', null, { to: nodeId });
  walk.place(nodeId);
}

/** Enters again the node at which an incident stopped the case; closes what that visit had opened. */
function retry(walk: Walk): void {
  const { incident } = walk.state;
  if (incident === null) return ignore(walk, 'retry', 'no-incident');
  walk.state.incident = null;
  for (const token of walk.state.tokens.filter(({ nodeId }) => nodeId === incident.nodeId)) {
    walk.cancelStep(token, 'retried');
    token.waitingFor = null;
    token.deadline = null;
  }
}

function meetDeadline(walk: Walk, { tokenId }: DeadlineEvent, now: string): void {
  const { held, tokens, incident } = walk.state;
  if (incident !== null) return ignore(walk, 'deadline', 'incident');
  if (tokenId === null) {
    if (held === null || held.untilAt === null || !isPast(held.untilAt, now))
      return ignore(walk, 'deadline', 'not-due');
    return resume(walk, 'date');
  }
  const token = tokens.find(({ id }) => id === tokenId);
  if (held !== null || token === undefined || token.deadline === null || !isPast(token.deadline, now)) {
    return ignore(walk, 'deadline', 'not-due');
  }
  walk.signal(token, { kind: 'deadline' });
}
