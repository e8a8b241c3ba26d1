import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { withEndMark } from './guards.ts';

export function endOnPurpose(graph: Graph, { nodeId, outcome, ends }: EditOf<'end-on-purpose'>): Graph {
  const marked = withEndMark(graph, nodeId, outcome, ends);
  if (!ends) return marked;
  return { ...marked, edges: graph.edges.filter((edge) => edge.from !== nodeId || edge.outcome !== outcome) };
}
