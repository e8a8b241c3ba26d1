import type { Scope, State } from './state.ts';

export const ROOT_SCOPE: Scope = { id: 0, forkNodeId: null, visit: 0, parent: null, joinNodeId: null };

/** The state of a case that has not entered its first node. */
export function newState(): State {
  return {
    format: 1,
    tokens: [],
    scopes: [ROOT_SCOPE],
    visits: {},
    vars: { answers: {}, answerBy: {} },
    nextTokenId: 1,
    nextScopeId: 1,
    held: null,
    outcome: null,
    incident: null,
  };
}

/** A copy that a walk may change without touching the caller's state. */
export function copyState(state: State): State {
  return {
    ...state,
    tokens: state.tokens.map((token) => ({ ...token })),
    scopes: state.scopes.map((scope) => ({ ...scope })),
    visits: { ...state.visits },
    vars: { ...state.vars, answers: { ...state.vars.answers }, answerBy: { ...state.vars.answerBy } },
  };
}
