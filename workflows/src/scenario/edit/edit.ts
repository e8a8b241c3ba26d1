import type { Edge, Position, ScenarioNode, Settings } from '../scenario.ts';

/** One change of a graph as a plain value. Undo keeps the graph before it: graphs are never changed in place. */
export type Edit =
  | { kind: 'add-node'; node: ScenarioNode }
  /** Its edges go with it. */
  | { kind: 'remove-node'; nodeId: string }
  | { kind: 'move-nodes'; positions: Record<string, Position> }
  | { kind: 'rename-node'; nodeId: string; label: string }
  | { kind: 'set-config'; nodeId: string; config: Record<string, unknown> }
  /** An outcome has one edge: connecting it again replaces it, and it is no longer ended on purpose. */
  | { kind: 'connect'; edge: Edge }
  | { kind: 'disconnect'; edgeId: string }
  /** `ends` false takes the mark away. An edge of that outcome is removed. */
  | { kind: 'end-on-purpose'; nodeId: string; outcome: string; ends: boolean }
  | { kind: 'set-settings'; settings: Settings }
  /** The edge leads to the new node, and the new node's `outcome` to where the edge led, by an edge `edgeId`. */
  | { kind: 'insert-on-edge'; edgeId: string; node: ScenarioNode; outcome: string; newEdgeId: string }
  /** Copies config and label, not edges. */
  | { kind: 'duplicate-node'; nodeId: string; newNodeId: string; position: Position }
  /** Positions that an automatic layout found; nodes that are gone meanwhile are passed over. */
  | { kind: 'lay-out'; positions: Record<string, Position> };

export type EditKind = Edit['kind'];
export type EditOf<Kind extends EditKind> = Extract<Edit, { kind: Kind }>;
