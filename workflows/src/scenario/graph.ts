import type { Edge, Graph, ScenarioNode } from './scenario.ts';

/** The node of that id; with repeated ids, which the linter reports, the first. */
export function nodeById(graph: Graph, id: string): ScenarioNode | undefined {
  return graph.nodes.find((node) => node.id === id);
}

/** The edges that leave a node. */
export function outgoing(graph: Graph, nodeId: string): Edge[] {
  return graph.edges.filter(({ from }) => from === nodeId);
}

/** The edges that lead to a node. */
export function incoming(graph: Graph, nodeId: string): Edge[] {
  return graph.edges.filter(({ to }) => to === nodeId);
}

/** Every node that can be reached from these, themselves included. `avoid` names nodes that are not walked through. */
export function reachableFrom(
  graph: Graph,
  ids: Iterable<string>,
  avoid: ReadonlySet<string> = new Set(),
): Set<string> {
  return spread(ids, targetsBy(graph.edges, 'from', 'to'), avoid);
}

/** Every node from which one of these can be reached, themselves included. */
export function leadingTo(graph: Graph, ids: Iterable<string>): Set<string> {
  return spread(ids, targetsBy(graph.edges, 'to', 'from'), new Set());
}

function targetsBy(edges: Edge[], key: 'from' | 'to', value: 'from' | 'to'): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const edge of edges) {
    const known = targets.get(edge[key]);
    if (known === undefined) targets.set(edge[key], [edge[value]]);
    else known.push(edge[value]);
  }
  return targets;
}

function spread(ids: Iterable<string>, targets: Map<string, string[]>, avoid: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || avoid.has(id)) continue;
    found.add(id);
    open.push(...(targets.get(id) ?? []));
  }
  return found;
}

/** The sets of nodes that lie on a common cycle (strongly connected, of several nodes or with an edge to itself). */
export function cycles(graph: Graph): string[][] {
  return components(graph).filter(
    ([first, second]) => second !== undefined || graph.edges.some(({ from, to }) => from === first && to === first),
  );
}

/**
 * Nodes by their distance from where nothing leads: every edge that is not part of a cycle goes to a later layer, and the
 * nodes of one cycle share a layer.
 */
export function layers(graph: Graph): string[][] {
  const groups = components(graph);
  const groupOf = new Map(groups.flatMap((group, index) => group.map((id) => [id, index] as const)));
  const depths = groups.map(() => 0);
  // Components come in reverse topological order: the sources last.
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    for (const id of groups[index] ?? []) {
      for (const { to } of outgoing(graph, id)) {
        const target = groupOf.get(to);
        if (target === undefined || target === index) continue;
        depths[target] = Math.max(depths[target] ?? 0, (depths[index] ?? 0) + 1);
      }
    }
  }
  const result: string[][] = [];
  for (const { id } of graph.nodes) {
    const depth = depths[groupOf.get(id) ?? 0] ?? 0;
    (result[depth] ??= []).push(id);
  }
  return result;
}

/** Strongly connected components in reverse topological order (Tarjan, without recursion). */
function components(graph: Graph): string[][] {
  const targets = targetsBy(graph.edges, 'from', 'to');
  const known = new Set(graph.nodes.map(({ id }) => id));
  const indexes = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const result: string[][] = [];

  const open = (id: string): { id: string; rest: string[] } => {
    lows.set(id, indexes.size);
    indexes.set(id, indexes.size);
    stack.push(id);
    onStack.add(id);
    return { id, rest: (targets.get(id) ?? []).filter((target) => known.has(target)) };
  };
  const lower = (id: string, low: number): void => {
    lows.set(id, Math.min(lows.get(id) ?? low, low));
  };

  for (const root of known) {
    if (indexes.has(root)) continue;
    const frames = [open(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const target = frame.rest.pop();
      if (target !== undefined) {
        if (!indexes.has(target)) frames.push(open(target));
        else if (onStack.has(target)) lower(frame.id, indexes.get(target) ?? 0);
        continue;
      }
      frames.pop();
      const low = lows.get(frame.id) ?? 0;
      const parent = frames.at(-1);
      if (parent !== undefined) lower(parent.id, low);
      if (low === indexes.get(frame.id)) {
        const group = stack.splice(stack.indexOf(frame.id));
        for (const id of group) onStack.delete(id);
        result.push(group);
      }
    }
  }
  return result;
}
