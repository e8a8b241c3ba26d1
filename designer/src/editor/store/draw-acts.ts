import { type Edit, type Graph, newId, type Position, type ScenarioNode } from '@relance/workflows/scenario';
import type { StoreApi } from 'zustand/vanilla';
import { entryOf, exitOf } from '../graph/box.ts';
import { openOutcomes } from '../graph/free-outcome.ts';
import { layOut } from '../graph/lay-out.ts';
import { newStep } from '../graph/new-step.ts';
import { BELOW, freePlace, makeRoom, placeBelow } from '../graph/place.ts';
import { NO_LOOK, stepLook } from '../graph/step-look.ts';
import { drawnSteps } from './drawing.ts';
import type { EditActs } from './edit-acts.ts';
import type { EditorState } from './editor-state.ts';

export interface DrawActs {
  /** From the palette: where N or a `+` asked for it, else after the selected step, else at a free place. */
  add: (type: string) => string;
  /** Dropped on the canvas; `x` is its middle. */
  addAt: (type: string, at: Position) => string;
  addAfter: (nodeId: string, outcome: string, type: string) => string;
  insertOnPath: (edgeId: string, type: string) => string | null;
  remove: () => void;
  duplicate: () => void;
  dragTo: (positions: Record<string, Position>) => void;
  drop: () => void;
  tidy: () => void;
}

/** A step with one way on hands that way to whatever led to it, so that the path does not fall apart. */
function removal(graph: Graph, nodeIds: readonly string[]): Edit[] {
  const removed = nodeIds.map((nodeId): Edit => ({ kind: 'remove-node', nodeId }));
  const [only] = nodeIds;
  const onward = graph.edges.filter(({ from }) => from === only);
  const target = onward[0]?.to;
  if (nodeIds.length !== 1 || onward.length !== 1 || target === undefined || target === only) return removed;
  const healed = graph.edges
    .filter(({ from, to }) => to === only && from !== only)
    .map((edge): Edit => ({ kind: 'connect', edge: { ...edge, to: target } }));
  return [...healed, ...removed];
}

export function makeDrawActs({ getState, setState }: StoreApi<EditorState>, { edit }: EditActs): DrawActs {
  const boxes = () => [...drawnSteps(getState().graph, getState().language).values()].map(({ box }) => box);
  const lookOf = (node: ScenarioNode) => stepLook(node, getState().language);
  const setting = () => ({ language: getState().language, currency: getState().graph.settings.currency });
  const drawn = (id: string) => drawnSteps(getState().graph, getState().language).get(id);

  function draw(node: ScenarioNode, more: readonly Edit[] = []): string {
    edit([{ kind: 'add-node', node }, ...more]);
    setState({ selected: [node.id], selectedPath: null, insertion: null });
    return node.id;
  }

  function addAt(type: string, at: Position): string {
    const node = newStep(type, setting());
    return draw({ ...node, position: freePlace(at, lookOf(node), boxes()) });
  }

  function addAfter(nodeId: string, outcome: string, type: string): string {
    const node = newStep(type, setting());
    const before = drawn(nodeId);
    if (before === undefined) return addAt(type, placeBelow(lookOf(node), boxes()));
    const exit = exitOf(before.box, before.look, outcome);
    const position = freePlace({ x: exit.x, y: exit.y + BELOW }, lookOf(node), boxes());
    return draw({ ...node, position }, [
      { kind: 'connect', edge: { id: newId('path'), from: nodeId, outcome, to: node.id } },
    ]);
  }

  function insertOnPath(edgeId: string, type: string): string | null {
    const { graph } = getState();
    const edge = graph.edges.find(({ id }) => id === edgeId);
    const [source, target] = [drawn(edge?.from ?? ''), drawn(edge?.to ?? '')];
    if (edge === undefined || source === undefined || target === undefined) return null;
    const node = newStep(type, setting());
    const look = lookOf(node);
    const [first] = look.outcomes;
    if (first === undefined) return addAfter(edge.from, edge.outcome, type);
    const exit = exitOf(source.box, source.look, edge.outcome);
    const entry = entryOf(target.box);
    const y = exit.y + BELOW;
    const room = entry.y > exit.y ? y + look.height + BELOW - entry.y : 0;
    const positions = Object.fromEntries(graph.nodes.map(({ id, position }) => [id, position]));
    const placed = { ...node, position: { x: entry.x, y: Math.round(y) } };
    edit([
      { kind: 'move-nodes', positions: makeRoom(positions, entry.y, room) },
      { kind: 'insert-on-edge', edgeId, node: placed, outcome: first.id, newEdgeId: newId('path') },
    ]);
    setState({ selected: [node.id], selectedPath: null, insertion: null });
    return node.id;
  }

  function add(type: string): string {
    const { graph, selected, insertion } = getState();
    if (insertion?.kind === 'path') {
      const inserted = insertOnPath(insertion.edgeId, type);
      if (inserted !== null) return inserted;
    }
    if (insertion?.kind === 'outcome') return addAfter(insertion.nodeId, insertion.outcome, type);
    const before = selected.length === 1 ? graph.nodes.find(({ id }) => id === selected[0]) : undefined;
    const [open] = before === undefined ? [] : openOutcomes(graph, before, lookOf(before).outcomes);
    if (before !== undefined && open !== undefined) return addAfter(before.id, open.id, type);
    return addAt(type, placeBelow(lookOf(newStep(type, setting())), boxes()));
  }

  return {
    add,
    addAt,
    addAfter,
    insertOnPath,
    remove() {
      const { selected, selectedPath } = getState();
      if (selectedPath !== null) return edit({ kind: 'disconnect', edgeId: selectedPath });
      if (selected.length > 0) edit(removal(getState().graph, selected));
    },
    duplicate() {
      const copies = getState().selected.flatMap((nodeId) => {
        const node = getState().graph.nodes.find(({ id }) => id === nodeId);
        return node === undefined ? [] : [{ nodeId, newNodeId: newId(node.type), node }];
      });
      if (copies.length === 0) return;
      edit(
        copies.map(({ nodeId, newNodeId, node }) => ({
          kind: 'duplicate-node',
          nodeId,
          newNodeId,
          position: freePlace({ x: node.position.x + 32, y: node.position.y + 32 }, lookOf(node), boxes()),
        })),
      );
      setState({ selected: copies.map(({ newNodeId }) => newNodeId) });
    },
    dragTo: (positions) => setState({ drag: { ...getState().drag, ...positions } }),
    drop() {
      const { drag } = getState();
      setState({ drag: null });
      if (drag !== null) edit({ kind: 'move-nodes', positions: { ...drag } });
    },
    tidy() {
      const { graph, language } = getState();
      const byId = new Map(graph.nodes.map((node) => [node.id, stepLook(node, language)]));
      const positions = layOut(graph, (id) => byId.get(id) ?? NO_LOOK);
      edit({ kind: 'lay-out', positions });
    },
  };
}
