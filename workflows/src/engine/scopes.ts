import type { Scope, State, Token } from './state.ts';

export function scopeOf(state: State, id: number): Scope | undefined {
  return state.scopes.find((scope) => scope.id === id);
}

/** The tokens of a scope and of every scope opened inside it. */
export function insideScope(state: State, id: number): Token[] {
  return state.tokens.filter((token) => isWithin(state, token.scope, id));
}

function isWithin(state: State, inner: number, outer: number): boolean {
  if (inner === outer) return true;
  const parent = scopeOf(state, inner)?.parent ?? null;
  return parent !== null && isWithin(state, parent, outer);
}
