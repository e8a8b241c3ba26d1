import type { ScenarioNode } from '@relance/workflows/scenario';
import { type Node, type NodeHandle, Position } from '@xyflow/react';
import { exitOffset } from '../graph/box.ts';
import { stepLook, type StepLook } from '../graph/step-look.ts';
import type { EditorState } from '../store/editor-state.ts';

/** A step as React Flow sees it: a place and a size. The card reads everything else from the store by its id. */
export type FlowNode = Node<Record<string, never>, 'step'>;

export const HANDLE = 9;
const drawn = new WeakMap<ScenarioNode, { node: FlowNode; look: StepLook }>();
const NO_DATA: Record<string, never> = {};

type Shown = Pick<EditorState, 'graph' | 'selected' | 'drag' | 'language'>;

/** Nodes for React Flow; a step whose place, size and selection stay keeps its object, so that only what moved is drawn. */
export function flowNodes({ graph, selected, drag, language }: Shown): FlowNode[] {
  const chosen = new Set(selected);
  return graph.nodes.map((step) => {
    const look = stepLook(step, language);
    const position = drag?.[step.id] ?? step.position;
    const isSelected = chosen.has(step.id);
    const kept = drawn.get(step);
    if (
      kept?.look === look &&
      kept.node.selected === isSelected &&
      kept.node.position.x === position.x &&
      kept.node.position.y === position.y
    )
      return kept.node;
    const node = toFlowNode(step.id, look, position, isSelected);
    drawn.set(step, { node, look });
    return node;
  });
}

function toFlowNode(id: string, look: StepLook, position: ScenarioNode['position'], selected: boolean): FlowNode {
  const { width, height } = look;
  return {
    id,
    type: 'step',
    data: NO_DATA,
    position,
    selected,
    width,
    height,
    measured: { width, height },
    handles: handlesOf(look),
  };
}

// Given rather than measured: paths are right at the first paint, and in tests.
function handlesOf(look: StepLook): NodeHandle[] {
  const size = { width: HANDLE, height: HANDLE };
  const target: NodeHandle = {
    ...size,
    id: null,
    type: 'target',
    position: Position.Top,
    x: look.width / 2 - HANDLE / 2,
    y: -HANDLE / 2,
  };
  return [
    target,
    ...look.outcomes.map(({ id }): NodeHandle => ({
      ...size,
      id,
      type: 'source',
      position: Position.Bottom,
      x: exitOffset(look.width, look, id) - HANDLE / 2,
      y: look.height - HANDLE / 2,
    })),
  ];
}
