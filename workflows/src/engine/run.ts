import type { Runners } from '../nodes/runners.ts';
import type { Plan } from '../plan/plan.ts';
import { type Advance, advance } from './advance.ts';
import { newBudget } from './budget.ts';
import type { Command } from './command.ts';
import type { EngineEvent } from './event.ts';
import type { Facts } from './facts.ts';
import { isPast } from './instant.ts';
import { newState } from './new-state.ts';
import type { State } from './state.ts';
import { nextDeadline, wakeAt } from './wake-at.ts';

export interface Run extends Advance {
  /** Instant at which something is due without an event; null: only an event goes on. */
  wakeAt: string | null;
}

/**
 * A whole step of one case: its unconsumed events in the order of their numbers, then every deadline that is due, in the
 * order of time, until none is. One budget guards all of it.
 */
export function run(
  plan: Plan,
  state: State | null,
  events: readonly EngineEvent[],
  facts: Facts,
  now: string,
  runners?: Runners,
): Run {
  const budget = newBudget();
  const commands: Command[] = [];
  let current = state;
  const take = (next: Advance): void => {
    current = next.state;
    commands.push(...next.commands);
  };
  for (const event of events.toSorted((a, b) => a.no - b.no)) {
    take(advance(plan, current, event, facts, now, budget, runners));
  }
  for (let due = dueDeadline(current, now); due !== null; due = dueDeadline(current, now)) {
    take(advance(plan, current, { kind: 'deadline', ...due }, facts, now, budget, runners));
  }
  const settled = current ?? newState();
  return { state: settled, commands, wakeAt: wakeAt(settled) };
}

function dueDeadline(state: State | null, now: string): { tokenId: number | null; at: string } | null {
  const next = state === null ? null : nextDeadline(state);
  return next !== null && isPast(next.at, now) ? next : null;
}
