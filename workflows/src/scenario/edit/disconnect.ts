import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { existingEdge } from './guards.ts';

export function disconnect(graph: Graph, { edgeId }: EditOf<'disconnect'>): Graph {
  const removed = existingEdge(graph, edgeId);
  // A graph sent by another system may repeat an id: only one edge goes at a time.
  return { ...graph, edges: graph.edges.filter((edge) => edge !== removed) };
}
