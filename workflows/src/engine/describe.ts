import type { Plan } from '../plan/plan.ts';
import type { State } from './state.ts';

/** One line for Temporal's own UI: where a case stands, by node id and type, and until when. Never user text. */
export function describe(plan: Plan, state: State): string {
  if (state.outcome !== null) return `ended: ${state.outcome.reason}`;
  if (state.incident !== null) return `incident: ${state.incident.code} at ${state.incident.nodeId ?? 'no node'}`;
  const places = state.tokens.map(({ nodeId, waitingFor, deadline }) => {
    const type = Object.hasOwn(plan.nodes, nodeId) ? plan.nodes[nodeId]?.type : undefined;
    return `${nodeId} (${type ?? 'unknown'}) ${waitingFor ?? 'stopped'}${deadline === null ? '' : ` until ${deadline}`}`;
  });
  const held = state.held === null ? [] : [`held until ${state.held.untilAt ?? 'resumed'}`];
  return [...held, ...places].join('; ');
}
