import { graphlib, layout } from '@dagrejs/dagre';
import type { Graph, Position } from '@relance/workflows/scenario';
import { boxAt, touches } from './box.ts';
import { NEXT_TURN } from './routes.ts';
import type { StepLook } from './step-look.ts';

const BESIDE = 32;
const BELOW = 40;
const GRID = 4;

/** Positions of an automatic layout: from top to bottom, outcomes from left to right, nothing overlapping. */
export function layOut(graph: Graph, lookOf: (nodeId: string) => StepLook): Record<string, Position> {
  const drawing = new graphlib.Graph({ multigraph: true });
  drawing.setGraph({ rankdir: 'TB', nodesep: BESIDE, ranksep: BELOW, edgesep: 16 });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const id of walkOrder(graph, lookOf)) {
    const { width, height } = lookOf(id);
    drawing.setNode(id, { width, height });
  }
  for (const edge of inOrder(graph, lookOf)) {
    // Outcomes side by side turn one under the other: their paths need that much height.
    const height = NEXT_TURN * (lookOf(edge.from).outcomes.length - 1);
    if (edge.from !== edge.to) drawing.setEdge(edge.from, edge.to, { weight: 1, width: 0, height }, edge.id);
  }
  layout(drawing);
  const positions = new Map(
    graph.nodes.map(({ id }) => {
      const placed = drawing.node(id) as { x: number; y: number; height: number };
      return [id, { x: toGrid(placed.x), y: toGrid(placed.y - placed.height / 2) }];
    }),
  );
  return Object.fromEntries(straightened(positions, graph, lookOf));
}

/** Puts a step right under the one whose only way on it is, where nothing stands there: most paths become straight. */
function straightened(
  positions: Map<string, Position>,
  graph: Graph,
  lookOf: (nodeId: string) => StepLook,
): Map<string, Position> {
  const placed = new Map(positions);
  const downwards = [...positions].toSorted(([, a], [, b]) => a.y - b.y);
  for (const [id, { y }] of downwards) {
    const above = graph.edges
      .filter(({ from, to }) => to === id && lookOf(from).outcomes.length === 1 && (placed.get(from)?.y ?? y) < y)
      .flatMap(({ from }) => placed.get(from) ?? [])
      .toSorted((a, b) => b.y - a.y)
      .at(0);
    if (above === undefined) continue;
    const moved = boxAt({ x: above.x, y }, lookOf(id));
    const others = [...placed].filter(([other]) => other !== id).map(([other, at]) => boxAt(at, lookOf(other)));
    if (!others.some((box) => touches(moved, box, BESIDE / 2))) placed.set(id, { x: above.x, y });
  }
  return placed;
}

const toGrid = (value: number): number => Math.round(value / GRID) * GRID;

/** Edges whose two ends exist, in the order of their outcomes: dagre keeps the order it is given where it can. */
function inOrder(graph: Graph, lookOf: (nodeId: string) => StepLook): Graph['edges'] {
  const known = new Set(graph.nodes.map(({ id }) => id));
  const rank = ({ from, outcome }: Graph['edges'][number]): number =>
    lookOf(from).outcomes.findIndex(({ id }) => id === outcome);
  return graph.edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .toSorted((a, b) => (a.from === b.from ? rank(a) - rank(b) : 0));
}

/** Depth first from the starts along the outcomes, then what no start reaches. */
function walkOrder(graph: Graph, lookOf: (nodeId: string) => StepLook): string[] {
  const edges = inOrder(graph, lookOf);
  const order = new Set<string>();
  const visit = (id: string): void => {
    if (order.has(id)) return;
    order.add(id);
    for (const edge of edges) if (edge.from === id) visit(edge.to);
  };
  for (const { id, type } of graph.nodes) if (type === 'start') visit(id);
  for (const { id } of graph.nodes) visit(id);
  return [...order];
}
