import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EditorActs } from './acts.ts';
import type { EditorState } from './editor-state.ts';
import type { EditorStore } from './editor-store.ts';

export const EditorContext = createContext<EditorStore | null>(null);

export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === null) throw new Error('Used outside an open scenario');
  return store;
}

/** A part of the editor's state; the component is drawn again only when that part changes. */
export function useEditor<Part>(select: (state: EditorState) => Part): Part {
  return useStore(useEditorStore(), select);
}

/** What people can do; never changes, so reading it draws nothing again. */
export function useActs(): EditorActs {
  return useEditorStore().acts;
}
