import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { drawnSteps } from '../store/drawing.ts';
import { onlySelected } from '../store/selectors.ts';
import { useEditorStore } from '../store/use-editor.ts';
import { motion } from './motion.ts';

const EDGE = 24;

/** Brings the step that the keyboard or a finding leads to into view; a step that is seen already stays where it is. */
export function useFollowSelection(frame: RefObject<HTMLDivElement | null>): void {
  const store = useEditorStore();
  const { flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    let current: string | null = null;
    return store.subscribe((state) => {
      const next = state.connecting?.target ?? onlySelected(state);
      if (next === current || state.drag !== null) return;
      current = next;
      const step = next === null ? undefined : drawnSteps(state.graph, state.language).get(next);
      const view = frame.current?.getBoundingClientRect();
      if (step === undefined || view === undefined) return;
      const { left, top, width, height } = step.box;
      const start = flowToScreenPosition({ x: left, y: top });
      const end = flowToScreenPosition({ x: left + width, y: top + height });
      const seen =
        start.x > view.left + EDGE &&
        start.y > view.top + EDGE &&
        end.x < view.right - EDGE &&
        end.y < view.bottom - EDGE;
      if (!seen)
        void setCenter(left + width / 2, top + height / 2, { zoom: Math.max(getZoom(), 0.6), duration: motion() });
    });
  }, [store, frame, flowToScreenPosition, setCenter, getZoom]);
}
