import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { existingNode, withNode } from './guards.ts';

export function duplicateNode(graph: Graph, { nodeId, newNodeId, position }: EditOf<'duplicate-node'>): Graph {
  return withNode(graph, { ...structuredClone(existingNode(graph, nodeId)), id: newNodeId, position });
}
