import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { withChanged } from './guards.ts';

export function renameNode(graph: Graph, { nodeId, label }: EditOf<'rename-node'>): Graph {
  return withChanged(graph, nodeId, (node) => ({ ...node, label }));
}
