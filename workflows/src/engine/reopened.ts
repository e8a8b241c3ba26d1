import type { Plan } from '../plan/plan.ts';
import { newBudget } from './budget.ts';
import type { Command } from './command.ts';
import type { Facts } from './facts.ts';
import type { State, Token } from './state.ts';
import { Walk } from './walk.ts';

/** The commands with which a waiting token's visit once began: a visit is a pure function of its instant. */
export function reopened(plan: Plan, state: State, token: Token, facts: Facts): Command[] {
  const walk = new Walk({
    plan,
    state: {
      ...state,
      held: null,
      incident: null,
      tokens: [{ ...token, waitingFor: null, deadline: null }],
      visits: { ...state.visits, [token.nodeId]: token.visit - 1 },
    },
    facts,
    now: token.enteredAt,
    at: token.leftPreviousAt,
    budget: newBudget(),
  });
  walk.settle();
  return walk.commands.filter((command) => 'nodeId' in command && command.nodeId === token.nodeId);
}
