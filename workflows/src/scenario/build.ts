import type { NodeType } from '../nodes/index.ts';
import { layers } from './graph.ts';
import { type Graph, graphSchema, type Settings } from './scenario.ts';

export const DEFAULT_SETTINGS: Settings = {
  currency: 'EUR',
  calendar: 'FR',
  timeZone: 'Europe/Paris',
  minimumDistanceDays: 5,
};

const COLUMN = 260;
const ROW = 120;

/** Positions by node id: the middle of the node's upper edge. */
export type DrawnPositions = Readonly<Record<string, readonly [x: number, y: number]>>;

interface DrawnNode {
  label: string;
  config: Record<string, unknown>;
}

/**
 * Draws a scenario in code: `scenario().node('mail1', 'send-email', 'Relance 1', { template }).path('start', 'mail1')`.
 * Edges get the ids `<from>-<outcome>`, nodes positions by layer.
 */
export class ScenarioBuilder {
  private readonly graph: Graph;
  private positions: DrawnPositions = {};

  constructor(settings: Partial<Settings>) {
    this.graph = { formatVersion: 1, settings: { ...DEFAULT_SETTINGS, ...settings }, nodes: [], edges: [] };
  }

  node(id: string, type: NodeType, label: string, config: Record<string, unknown> = {}): this {
    return this.rawNode(id, type, { label, config });
  }

  /** A node whose type no registry knows, for tests of what the linter says to it. */
  rawNode(id: string, type: string, { label, config }: DrawnNode): this {
    this.graph.nodes.push({ id, type, label, config, position: { x: 0, y: 0 } });
    return this;
  }

  /** One outcome of a node leads to another node. */
  edge(from: string, outcome: string, to: string): this {
    this.graph.edges.push({ id: `${from}-${outcome}`, from, outcome, to });
    return this;
  }

  /** Several outcomes of a node lead to one node. */
  edges(from: string, outcomes: string[], to: string): this {
    for (const outcome of outcomes) this.edge(from, outcome, to);
    return this;
  }

  /** Nodes one after the other by the outcome `next`. */
  path(...ids: string[]): this {
    ids.slice(1).forEach((to, index) => {
      this.edge(ids[index] ?? to, 'next', to);
    });
    return this;
  }

  /** Outcomes that end the case on purpose. */
  endsOn(id: string, ...outcomes: string[]): this {
    const node = this.graph.nodes.find((drawn) => drawn.id === id);
    if (node === undefined) throw new RangeError(`No node ${id}`);
    node.endsOn = [...(node.endsOn ?? []), ...outcomes];
    return this;
  }

  /** Where nodes stand; those that are not named are placed by layer. */
  at(positions: DrawnPositions): this {
    this.positions = positions;
    return this;
  }

  build(): Graph {
    const rows = layers(this.graph);
    const nodes = this.graph.nodes.map((node) => {
      const row = rows.findIndex((ids) => ids.includes(node.id));
      const [x, y] = this.positions[node.id] ?? [(rows[row]?.indexOf(node.id) ?? 0) * COLUMN, row * ROW];
      return { ...node, position: { x, y } };
    });
    return graphSchema.parse({ ...this.graph, nodes });
  }
}

/** A new drawing with the default settings, or some of one's own. */
export function scenario(settings: Partial<Settings> = {}): ScenarioBuilder {
  return new ScenarioBuilder(settings);
}
