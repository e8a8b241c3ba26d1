import { applyEdit, type Edit, EditError, type Graph } from '@relance/workflows/scenario';
import type { StoreApi } from 'zustand/vanilla';
import type { EditorState } from './editor-state.ts';
import { remember, stepBack, stepForward } from './history.ts';

export interface EditActs {
  /** Applies edits as one entry of the history; edits with one `key` that follow each other closely are one entry. */
  edit: (edits: Edit | readonly Edit[], key?: string) => void;
  /** Puts another graph in place of the present one, which stays in the history. */
  replace: (graph: Graph) => void;
  undo: () => void;
  redo: () => void;
}

export function makeEditActs(store: StoreApi<EditorState>, now: () => number): EditActs {
  const { getState, setState } = store;

  function show(graph: Graph, history: EditorState['history']): void {
    const known = new Set(graph.nodes.map(({ id }) => id));
    const edges = new Set(graph.edges.map(({ id }) => id));
    const { selected, selectedPath, connecting, save } = getState();
    setState({
      graph,
      refusal: null,
      history,
      selected: selected.every((id) => known.has(id)) ? selected : selected.filter((id) => known.has(id)),
      selectedPath: selectedPath !== null && edges.has(selectedPath) ? selectedPath : null,
      connecting: connecting !== null && known.has(connecting.from) ? connecting : null,
      // What was not settled with the server stays so; the saver looks at the graph itself.
      save: save.kind === 'saved' ? { kind: 'unsaved' } : save,
    });
  }

  function replace(graph: Graph, key: string | null = null): void {
    const { graph: present, history } = getState();
    if (graph !== present) show(graph, remember(history, present, key, now()));
  }

  return {
    edit(edits, key) {
      const list: readonly Edit[] = 'kind' in edits ? [edits] : edits;
      const { graph: before } = getState();
      try {
        replace(list.reduce(applyEdit, before), key ?? null);
      } catch (error) {
        if (!(error instanceof EditError)) throw error;
        setState({ refusal: error.fault });
      }
    },
    replace: (graph) => replace(graph),
    undo() {
      const stepped = stepBack(getState().history, getState().graph);
      if (stepped !== null) show(stepped.graph, stepped.history);
    },
    redo() {
      const stepped = stepForward(getState().history, getState().graph);
      if (stepped !== null) show(stepped.graph, stepped.history);
    },
  };
}
