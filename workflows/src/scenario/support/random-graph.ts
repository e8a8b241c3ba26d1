import * as fc from 'fast-check';
import { nodeDefinition } from '../../nodes/index.ts';
import { outcomesOf } from '../../nodes/outcomes-of.ts';
import { DEFAULT_SETTINGS } from '../build.ts';
import { reachableFrom } from '../graph.ts';
import type { Edge, Graph, ScenarioNode } from '../scenario.ts';
import { RANDOM_CONFIGS } from './random-config.ts';

type Drawn = Pick<ScenarioNode, 'type' | 'config'>;

const MOST_NODES = 14;

const inner: fc.Arbitrary<Drawn> = fc.oneof(
  ...Object.entries(RANDOM_CONFIGS).map(([type, configs]) => configs.map((config) => ({ type, config }))),
);

/**
 * Graphs without lint errors. Every node's first outcome leads forward, so that an end is always reached; edges lead
 * backward only from human tasks and relative waits, so that no cycle spins; what nothing leads to is left out.
 */
export const randomGraph: fc.Arbitrary<Graph> = fc
  .record({
    drawn: fc.array(inner, { minLength: 1, maxLength: MOST_NODES }),
    choices: fc.array(fc.nat(999), { minLength: 40, maxLength: 40 }),
    reasons: fc.constantFrom('settled', 'other', 'written-off'),
  })
  .map(({ drawn, choices, reasons }) => {
    const nodes: ScenarioNode[] = [
      { type: 'start', config: {} },
      ...drawn,
      { type: 'end', config: { reason: reasons } },
    ].map((node, index) => ({ ...node, id: `n${index}`, label: `Étape ${index}`, position: { x: 0, y: index * 120 } }));
    const edges = nodes.flatMap((node, index) => connect(node, index, nodes.length, choices));
    return prune({ formatVersion: 1, settings: DEFAULT_SETTINGS, nodes, edges });
  });

function connect(node: ScenarioNode, index: number, count: number, choices: number[]): Edge[] {
  const definition = nodeDefinition(node.type);
  if (definition === undefined) return [];
  const edges: Edge[] = [];
  outcomesOf(definition, node.config).forEach(({ id: outcome }, at) => {
    const choice = choices[(index * 7 + at) % choices.length] ?? 0;
    const target = at === 0 ? forward(index, count, choice) : anywhere(node, index, count, choice);
    if (target === null) node.endsOn = [...(node.endsOn ?? []), outcome];
    else edges.push({ id: `${node.id}-${outcome}`, from: node.id, outcome, to: `n${target}` });
  });
  return edges;
}

function forward(index: number, count: number, choice: number): number {
  return index + 1 + (choice % Math.min(3, count - 1 - index));
}

function anywhere(node: ScenarioNode, index: number, count: number, choice: number): number | null {
  if (choice % 5 === 0) return null;
  const mayReturn = nodeDefinition(node.type)?.isHumanTask === true;
  if (mayReturn && index > 0 && choice % 2 === 0) return 1 + (choice % index);
  return forward(index, count, choice);
}

function prune(graph: Graph): Graph {
  const reached = reachableFrom(graph, ['n0']);
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => reached.has(id)),
    edges: graph.edges.filter(({ from }) => reached.has(from)),
  };
}
