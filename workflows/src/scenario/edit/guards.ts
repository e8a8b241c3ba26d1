import { nodeById } from '../graph.ts';
import {
  type Edge,
  edgeSchema,
  type Graph,
  MOST_EDGES,
  MOST_NODES,
  nodeSchema,
  type ScenarioNode,
} from '../scenario.ts';
import { EditError } from './edit-error.ts';

export function existingNode(graph: Graph, nodeId: string): ScenarioNode {
  const node = nodeById(graph, nodeId);
  if (node === undefined) throw new EditError('unknown-node', nodeId);
  return node;
}

export function existingEdge(graph: Graph, edgeId: string): Edge {
  const edge = graph.edges.find(({ id }) => id === edgeId);
  if (edge === undefined) throw new EditError('unknown-edge', edgeId);
  return edge;
}

/** The graph with one more node, whose id is new and whose shape is right. */
export function withNode(graph: Graph, node: ScenarioNode): Graph {
  if (!nodeSchema.safeParse(node).success) throw new EditError('bad-node', node.id);
  if (nodeById(graph, node.id) !== undefined) throw new EditError('id-taken', node.id);
  if (graph.nodes.length >= MOST_NODES) throw new EditError('too-many-nodes', node.id);
  return { ...graph, nodes: [...graph.nodes, node] };
}

/** The graph with one more edge between nodes that exist; whatever its outcome led to before is replaced. */
export function withEdge(graph: Graph, edge: Edge): Graph {
  if (!edgeSchema.safeParse(edge).success) throw new EditError('bad-edge', edge.id);
  existingNode(graph, edge.from);
  existingNode(graph, edge.to);
  const others = graph.edges.filter(({ from, outcome }) => from !== edge.from || outcome !== edge.outcome);
  if (others.some(({ id }) => id === edge.id)) throw new EditError('id-taken', edge.id);
  if (others.length >= MOST_EDGES) throw new EditError('too-many-edges', edge.id);
  return { ...withEndMark(graph, edge.from, edge.outcome, false), edges: [...others, edge] };
}

/** The graph with one node changed. */
export function withChanged(graph: Graph, nodeId: string, change: (node: ScenarioNode) => ScenarioNode): Graph {
  const changed = change(existingNode(graph, nodeId));
  if (!nodeSchema.safeParse(changed).success) throw new EditError('bad-node', nodeId);
  return { ...graph, nodes: graph.nodes.map((node) => (node.id === nodeId ? changed : node)) };
}

/** Marks an outcome as an end on purpose, or takes the mark away; a node without marks has no `endsOn`. */
export function withEndMark(graph: Graph, nodeId: string, outcome: string, ends: boolean): Graph {
  return withChanged(graph, nodeId, ({ endsOn = [], ...node }) => {
    const others = endsOn.filter((marked) => marked !== outcome);
    const marks = ends ? [...others, outcome] : others;
    return marks.length === 0 ? node : { ...node, endsOn: marks };
  });
}
