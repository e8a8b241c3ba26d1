import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { existingNode } from './guards.ts';

export function removeNode(graph: Graph, { nodeId }: EditOf<'remove-node'>): Graph {
  existingNode(graph, nodeId);
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => id !== nodeId),
    edges: graph.edges.filter(({ from, to }) => from !== nodeId && to !== nodeId),
  };
}
