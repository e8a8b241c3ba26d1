import type { StoreApi } from 'zustand/vanilla';
import type { Language } from '../../i18n/index.ts';
import { makeConnectActs, type ConnectActs } from './connect-acts.ts';
import { makeDrawActs, type DrawActs } from './draw-acts.ts';
import { makeEditActs, type EditActs } from './edit-acts.ts';
import type { EditorState, FieldFocus, Insertion } from './editor-state.ts';
import { makeSaveActs, type SaveActs } from './save-acts.ts';

export interface ViewActs {
  select: (ids: readonly string[]) => void;
  selectPath: (edgeId: string | null) => void;
  /** Selects a step and asks the inspector to show one of its fields. */
  show: (nodeId: string, path?: FieldFocus['path']) => void;
  insertAt: (insertion: Insertion | null) => void;
  rename: (on: boolean) => void;
  speak: (language: Language) => void;
  hold: (tool: EditorState['tool']) => void;
}

export type EditorActs = EditActs & DrawActs & ConnectActs & SaveActs & ViewActs;

/** Everything that can be done with an open scenario. */
export function makeActs(store: StoreApi<EditorState>, now: () => number): EditorActs {
  const edits = makeEditActs(store, now);
  return {
    ...edits,
    ...makeDrawActs(store, edits),
    ...makeConnectActs(store, edits),
    ...makeSaveActs(store, now),
    ...makeViewActs(store, now),
  };
}

function makeViewActs(store: StoreApi<EditorState>, now: () => number): ViewActs {
  const { getState, setState } = store;
  const select = (ids: readonly string[]): void => {
    const { selected, selectedPath } = getState();
    if (selectedPath === null && sameIds(selected, ids)) return;
    setState({ selected: ids, selectedPath: null, insertion: null, renaming: false });
  };
  return {
    select,
    selectPath: (edgeId) => setState({ selectedPath: edgeId, selected: [], insertion: null }),
    show(nodeId, path = []) {
      select([nodeId]);
      setState({ focus: { nodeId, path, at: now() } });
    },
    insertAt: (insertion) => setState({ insertion }),
    rename: (on) => setState({ renaming: on && getState().selected.length === 1 }),
    speak: (language) => setState({ language }),
    hold: (tool) => setState({ tool }),
  };
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);
