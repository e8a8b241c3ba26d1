import type { Move, Runner, Visit } from '../nodes/runner.ts';
import { RUNNERS, type Runners } from '../nodes/runners.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { Tone } from './command.ts';
import { dueAt, waitUntil } from './due.ts';
import type { Facts } from './facts.ts';
import { holds } from './holds.ts';
import { later } from './instant.ts';
import { newState } from './new-state.ts';
import type { Token } from './state.ts';

/** A message, a call or other work on the way of a case to which nobody answers. */
export interface Stop {
  nodeId: string;
  /** When the days of the scenario bring a case of this invoice here; null: at its entry, whenever that is. */
  at: string | null;
  /** Of a message. */
  tone: Tone | null;
  /** Somebody is to speak to the debtor. */
  talks: boolean;
  /** Where the way goes on; null: the case ends here on purpose. */
  next: string | null;
}

/**
 * The stops on the way from the start on which nobody pays and nobody answers, with the instants that the invoice's own
 * dates give them. Decisions are taken by the facts as they are. Ends where a date depends on what happens, and at the
 * first step that comes again.
 */
export function stopsOf(plan: Plan, facts: Facts, now: string, runners: Runners = RUNNERS): Stop[] {
  const stops: Stop[] = [];
  const seen = new Set<string>();
  let at: string | null = null;
  let leftAt: string | null = null;
  let nodeId: string | null = plan.start;
  while (nodeId !== null && !seen.has(nodeId)) {
    seen.add(nodeId);
    const node: PlanNode | undefined = Object.hasOwn(plan.nodes, nodeId) ? plan.nodes[nodeId] : undefined;
    const runner: Runner | undefined =
      node !== undefined && Object.hasOwn(runners, node.type) ? runners[node.type] : undefined;
    if (node === undefined || runner === undefined) break;
    const { visit, isUndated } = supposedVisit(plan, nodeId, node, { facts, now, leftAt });
    const move: Move = runner.enter(node.config as never, visit);
    if (isUndated() || (move.kind !== 'go' && move.kind !== 'stay')) break;
    const next: string | null =
      node.next[move.kind === 'go' ? move.outcome : runner.passBy(node.config as never)] ?? null;
    if (move.kind === 'stay' && move.waitingFor !== 'time') {
      stops.push({ nodeId, at, tone: toneOf(move), talks: runner.isContact === true, next });
    }
    if (move.kind === 'stay' && move.waitingFor === 'time') at = latest(at, move.deadline);
    if (!runner.isWait) leftAt = at;
    nodeId = next;
  }
  return stops;
}

interface Supposition {
  facts: Facts;
  now: string;
  leftAt: string | null;
}

/** A visit at no certain instant: nothing has passed yet, and a wait on something that only happens has no date. */
function supposedVisit(plan: Plan, nodeId: string, node: PlanNode, { facts, now, leftAt }: Supposition) {
  const { vars } = newState();
  const known = { ...facts, lastContactAt: null };
  let undated = false;
  const visit: Visit = {
    nodeId,
    visit: 1,
    label: node.label,
    settings: plan.settings,
    now,
    held: false,
    waitingFor: null,
    waitUntil(rule) {
      const isRelative = rule.anchor === 'previous-step' || rule.anchor === 'last-contact';
      const until = isRelative && leftAt === null ? null : waitUntil(rule, tokenAt(nodeId, leftAt ?? now), vars, known);
      undated ||= until === null;
      return until;
    },
    dueAt: (delay) => dueAt(delay, now, facts),
    isPast: () => false,
    holds: (condition) => holds(condition, facts, vars),
  };
  return { visit, isUndated: () => undated };
}

function tokenAt(nodeId: string, leftPreviousAt: string): Token {
  return {
    id: 1,
    scope: 0,
    nodeId,
    visit: 1,
    waitingFor: null,
    deadline: null,
    enteredAt: leftPreviousAt,
    leftPreviousAt,
  };
}

function toneOf({ commands = [] }: Move): Tone | null {
  const planned = commands.find((command) => command.kind === 'plan-contact');
  return planned?.kind === 'plan-contact' ? planned.tone : null;
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return later(a, b);
}
