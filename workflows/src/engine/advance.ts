import type { Runners } from '../nodes/runners.ts';
import type { Plan } from '../plan/plan.ts';
import { type Budget, newBudget } from './budget.ts';
import type { Command } from './command.ts';
import type { DeadlineEvent, EngineEvent } from './event.ts';
import type { Facts } from './facts.ts';
import { handle } from './handle.ts';
import { earlier } from './instant.ts';
import { copyState, newState } from './new-state.ts';
import type { State } from './state.ts';
import { Walk } from './walk.ts';

export interface Advance {
  state: State;
  commands: Command[];
}

/**
 * One event's effect on one case: pure, total, without clock or chance. `state` is null before the first event; it is
 * never changed, the next one is returned. What does not concern the case any more gives a note `ignored`.
 */
export function advance(
  plan: Plan,
  state: State | null,
  event: EngineEvent | DeadlineEvent,
  facts: Facts,
  now: string,
  budget: Budget = newBudget(),
  runners?: Runners,
): Advance {
  const walk = new Walk({
    plan,
    state: state === null ? newState() : copyState(state),
    facts,
    now,
    at: event.kind === 'deadline' ? now : earlier(event.at, now),
    budget,
    ...(runners === undefined ? {} : { runners }),
  });
  handle(walk, plan, event, now);
  walk.settle();
  return { state: walk.state, commands: walk.commands };
}
