import type { KeyboardEvent } from 'react';
import type { Direction } from '../graph/walk.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useEditorStore } from '../store/use-editor.ts';
import type { EditorStore } from '../store/editor-store.ts';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Keys that work while the drawing has the focus: walking, deleting, and drawing a path. */
export function useCanvasKeys(): (event: KeyboardEvent) => void {
  const store = useEditorStore();
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (!act(store, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Does what a key means here; false when it means nothing. */
function act({ getState, acts }: EditorStore, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const state = getState();
  const direction = ARROWS[key];
  if (direction !== undefined) acts.go(direction);
  else if (key === 'Delete' || key === 'Backspace') acts.remove();
  else if (key === 'Enter' && state.connecting !== null) acts.finishConnecting();
  else if (key === 'Escape') {
    if (state.connecting === null && state.insertion === null) acts.select([]);
    else acts.stopConnecting();
  } else if (key === 'a' && (ctrlKey || metaKey)) acts.select(state.graph.nodes.map(({ id }) => id));
  else return chooseOutcome({ getState, acts }, key);
  return true;
}

function chooseOutcome({ getState, acts }: Pick<EditorStore, 'getState' | 'acts'>, key: string): boolean {
  const state = getState();
  const { connecting } = state;
  const node = nodeOf(state, connecting?.from ?? '');
  const chosen = node && stepLook(node, state.language).outcomes[Number(key) - 1];
  if (chosen === undefined) return false;
  acts.chooseOutcome(chosen.id);
  return true;
}
