import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback } from 'react';
import { boundsOf } from '../graph/box.ts';
import { drawnSteps } from '../store/drawing.ts';
import type { EditorState } from '../store/editor-state.ts';
import { useEditorStore } from '../store/use-editor.ts';
import type { FlowEdge } from './flow-edges.ts';
import type { FlowNode } from './flow-nodes.ts';

const READABLE = 0.75;
const MARGIN = 48;

/** Where a scenario opens: all of it where that can be read, else its beginning. */
export function useOpeningView(frame: RefObject<HTMLDivElement | null>): () => void {
  const store = useEditorStore();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  return useCallback(() => {
    const view = frame.current?.getBoundingClientRect();
    if (view !== undefined) open(flow, store.getState(), view);
  }, [frame, flow, store]);
}

function open(flow: ReactFlowInstance<FlowNode, FlowEdge>, { graph, language }: EditorState, view: DOMRect): void {
  const steps = drawnSteps(graph, language);
  const bounds = boundsOf([...steps.values()].map(({ box }) => box));
  if (bounds === null || view.width === 0) return;
  const fits = Math.min((view.width - 2 * MARGIN) / bounds.width, (view.height - 2 * MARGIN) / bounds.height);
  if (fits >= READABLE) {
    void flow.fitView({ padding: 0.08, maxZoom: 1 });
    return;
  }
  const start = graph.nodes.find(({ type }) => type === 'start')?.position ?? { x: bounds.left, y: bounds.top };
  void flow.setViewport({ x: view.width / 2 - start.x, y: MARGIN - start.y, zoom: 1 });
}
