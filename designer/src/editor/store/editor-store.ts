import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../i18n/index.ts';
import { type EditorActs, makeActs } from './acts.ts';
import { type EditorState, type LoadedScenario, openedState } from './editor-state.ts';

export interface EditorStore extends StoreApi<EditorState> {
  acts: EditorActs;
}

/** The one owner of an open scenario's drawing, selection, history and save state. */
export function createEditorStore(
  loaded: LoadedScenario,
  language: Language,
  now: () => number = () => Date.now(),
): EditorStore {
  const store = createStore<EditorState>(() => openedState(loaded, language));
  return Object.assign(store, { acts: makeActs(store, now) });
}
