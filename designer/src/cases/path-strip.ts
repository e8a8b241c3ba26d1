import type { Outputs } from '../api.ts';
import type { Case } from './case.ts';

type Drawn = Outputs['enrolments']['graph'];

export interface StripStep {
  nodeId: string;
  state: 'done' | 'now' | 'ahead';
  at: string | null;
}

export interface Strip {
  steps: StripStep[];
  /** Ways out of the present step that lead elsewhere than what is foreseen. */
  otherOutcomes: number;
}

const MOST_DONE = 5;
const MOST_AHEAD = 4;
const SILENT = new Set(['start', 'decision']);

/** The path of a follow-up as a strip: what was done last, where it stands, what is foreseen. */
export function pathStrip(drawn: Drawn, next: Case['next']): Strip {
  const typeOf = new Map(drawn.graph.nodes.map(({ id, type }) => [id, type]));
  const told = (nodeId: string): boolean => typeOf.has(nodeId) && !SILENT.has(typeOf.get(nodeId) ?? '');
  const present = new Set(drawn.tokens.map(({ nodeId, visit }) => `${nodeId} ${visit}`));
  const done: StripStep[] = drawn.visited
    .filter(({ nodeId, visit }) => told(nodeId) && !present.has(`${nodeId} ${visit}`))
    .map(({ nodeId, at }) => ({ nodeId, state: 'done', at }));
  const now: StripStep[] = drawn.tokens.map(({ nodeId, visit }) => ({
    nodeId,
    state: 'now',
    at: drawn.visited.findLast((each) => each.nodeId === nodeId && each.visit === visit)?.at ?? null,
  }));
  const here = new Set(now.map(({ nodeId }) => nodeId));
  const ahead: StripStep[] = next
    .flatMap(({ nodeId, at }) => (nodeId !== null && told(nodeId) && !here.has(nodeId) ? [{ nodeId, at }] : []))
    .slice(0, MOST_AHEAD)
    .map(({ nodeId, at }) => ({ nodeId, state: 'ahead', at }));
  return { steps: [...done.slice(-MOST_DONE), ...now, ...ahead], otherOutcomes: otherOutcomes(drawn, here) };
}

function otherOutcomes({ graph }: Drawn, here: ReadonlySet<string>): number {
  return graph.nodes
    .filter(({ id }) => here.has(id))
    .reduce((sum, { id, endsOn }) => {
      const ways = graph.edges.filter(({ from }) => from === id).length + (endsOn?.length ?? 0);
      return sum + Math.max(0, ways - 1);
    }, 0);
}
