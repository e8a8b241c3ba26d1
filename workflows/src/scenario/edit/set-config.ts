import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { withChanged } from './guards.ts';

export function setConfig(graph: Graph, { nodeId, config }: EditOf<'set-config'>): Graph {
  return withChanged(graph, nodeId, (node) => ({ ...node, config }));
}
