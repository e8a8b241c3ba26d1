import type { Graph } from '@relance/workflows/scenario';
import { type Box, entryOf } from './box.ts';
import type { DrawnStep } from './routes.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The step that an arrow key leads to. Down and up follow the paths (the first outcome, the way that leads here), left
 * and right go among the steps of the other outcomes, else to the nearest step on that side. Null: nothing there.
 */
export function walk(
  graph: Graph,
  steps: ReadonlyMap<string, DrawnStep>,
  from: string,
  direction: Direction,
): string | null {
  const next =
    direction === 'down'
      ? along(graph, steps, from)
      : direction === 'up'
        ? graph.edges.find(({ to, from: source }) => to === from && source !== from)?.from
        : sibling(graph, steps, from, direction);
  return next ?? nearest(steps, from, direction);
}

function along(graph: Graph, steps: ReadonlyMap<string, DrawnStep>, from: string): string | undefined {
  const outcomes = steps.get(from)?.look.outcomes ?? [];
  const edges = graph.edges.filter((edge) => edge.from === from);
  return outcomes.flatMap(({ id }) => edges.find(({ outcome }) => outcome === id) ?? []).at(0)?.to ?? edges.at(0)?.to;
}

function sibling(
  graph: Graph,
  steps: ReadonlyMap<string, DrawnStep>,
  from: string,
  direction: 'left' | 'right',
): string | undefined {
  const parents = new Set(graph.edges.filter(({ to }) => to === from).map((edge) => edge.from));
  const siblings = new Set(graph.edges.filter((edge) => parents.has(edge.from)).map(({ to }) => to));
  return nearest(new Map([...steps].filter(([id]) => id === from || siblings.has(id))), from, direction) ?? undefined;
}

/** The nearest step whose middle lies on that side, straight ahead before askew. */
export function nearest(steps: ReadonlyMap<string, DrawnStep>, from: string, direction: Direction): string | null {
  const start = steps.get(from);
  if (start === undefined) return null;
  const here = middle(start.box);
  let best: { id: string; cost: number } | null = null;
  for (const [id, { box }] of steps) {
    if (id === from) continue;
    const there = middle(box);
    const [ahead, aside] = offsets(direction, there.x - here.x, there.y - here.y);
    const cost = ahead + 2 * Math.abs(aside);
    if (ahead > 4 && (best === null || cost < best.cost)) best = { id, cost };
  }
  return best?.id ?? null;
}

function offsets(direction: Direction, x: number, y: number): [ahead: number, aside: number] {
  if (direction === 'up') return [-y, x];
  if (direction === 'down') return [y, x];
  return direction === 'left' ? [-x, y] : [x, y];
}

const middle = (box: Box) => ({ x: entryOf(box).x, y: box.top + box.height / 2 });
