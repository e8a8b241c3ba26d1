import type { Plan } from '../plan/plan.ts';
import { type Ahead, aheadOf } from './ahead.ts';
import type { Facts } from './facts.ts';
import { lookAhead } from './look-ahead.ts';
import { reopened } from './reopened.ts';
import type { State } from './state.ts';

const MOST_ACTIONS = 5;

/**
 * The next actions of a case, what is open now first: messages are supposed to leave at once, tasks to be done when due by
 * the outcome that passes them by (a call: no answer). Facts are supposed to change by the passing of days alone.
 */
export function forecast(plan: Plan, state: State, facts: Facts, now: string, limit = MOST_ACTIONS): Ahead[] {
  if (state.outcome !== null || state.incident !== null) return [];
  const open = state.tokens
    .filter(({ waitingFor }) => waitingFor === 'task' || waitingFor === 'contact')
    .flatMap((token) => {
      const isAgreed = token.waitingFor === 'contact';
      const commands = reopened(plan, state, token, facts).filter(({ kind }) => !isAgreed || kind === 'plan-contact');
      return aheadOf(plan, commands, now);
    });
  return [...open, ...lookAhead(plan, { state, facts, now }, limit)].slice(0, limit);
}
