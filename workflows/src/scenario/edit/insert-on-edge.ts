import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { existingEdge, withEdge, withNode } from './guards.ts';

export function insertOnEdge(graph: Graph, { edgeId, node, outcome, newEdgeId }: EditOf<'insert-on-edge'>): Graph {
  const edge = existingEdge(graph, edgeId);
  const inserted = withEdge(withNode(graph, node), { ...edge, to: node.id });
  return withEdge(inserted, { id: newEdgeId, from: node.id, outcome, to: edge.to });
}
