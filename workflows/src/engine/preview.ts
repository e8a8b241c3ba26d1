import type { Plan } from '../plan/plan.ts';
import { advance } from './advance.ts';
import { type Ahead, aheadOf } from './ahead.ts';
import type { AnswerValue } from './event.ts';
import { factsAfterContact } from './facts-at.ts';
import type { Facts } from './facts.ts';
import { isContact, lookAhead } from './look-ahead.ts';
import type { State } from './state.ts';

const MOST_CONSEQUENCES = 4;

/** How a person is about to end a task of one case. */
export interface Completion {
  nodeId: string;
  visit: number;
  outcome: string;
  values: Record<string, AnswerValue>;
}

/**
 * What happens next if a task ends like this: up to the next work for a person or the end of the case. Empty when nothing
 * follows, or when the case no longer waits for that task.
 */
export function preview(plan: Plan, state: State, completion: Completion, facts: Facts, now: string): Ahead[] {
  const data = { taskId: '', ...completion };
  const event = { no: 1, kind: 'task-completed', v: 1, at: now, actor: '', reason: null, data } as const;
  const known = isContact(plan, completion.nodeId) ? factsAfterContact(facts, now) : facts;
  const done = advance(plan, state, event, known, now);
  if (done.commands.some((command) => command.kind === 'note' && command.note === 'ignored')) return [];
  const at = aheadOf(plan, done.commands, now);
  if (at.some(isDecisive)) return at.slice(0, MOST_CONSEQUENCES);
  const supposed = { state: done.state, facts: known, now };
  return [...at, ...lookAhead(plan, supposed, MOST_CONSEQUENCES - at.length, isDecisive)];
}

function isDecisive({ what: { key } }: Ahead): boolean {
  return key !== 'ahead.send-email' && key !== 'ahead.held';
}
