import type { Graph } from '@relance/workflows/scenario';
import type { StoreApi } from 'zustand/vanilla';
import type { EditorState, LoadedScenario, Published } from './editor-state.ts';
import { remember } from './history.ts';

export interface SaveActs {
  saving: () => void;
  /** The server keeps `graph` as revision `rev`; what was drawn meanwhile is still unsaved. */
  saved: (graph: Graph, rev: number) => void;
  nobodyAnswers: () => void;
  conflicts: (theirs: { rev: number; graph: Graph }) => void;
  refused: (error: unknown) => void;
  /** Takes the drawing of somebody else. One's own stays in the history: undo brings it back. */
  takeTheirs: () => void;
  /** Keeps one's own as the next revision. Theirs stays in the history: undo brings it back. */
  keepMine: () => void;
  /** Somebody else saved while nothing was unsaved here. */
  follow: (loaded: Pick<LoadedScenario, 'rev' | 'graph' | 'name' | 'published'>) => void;
  published: (published: Published) => void;
  renamed: (name: string, rev: number) => void;
}

export function makeSaveActs({ getState, setState }: StoreApi<EditorState>, now: () => number): SaveActs {
  const instant = (): string => new Date(now()).toISOString();

  function settle(choose: (mine: Graph, theirs: Graph) => { shown: Graph; kept: Graph }): void {
    const { save, graph, history } = getState();
    if (save.kind !== 'conflict') return;
    const { shown, kept } = choose(graph, save.theirs.graph);
    const known = new Set(shown.nodes.map(({ id }) => id));
    setState({
      graph: shown,
      rev: save.theirs.rev,
      history: remember(history, kept, null, now()),
      selected: getState().selected.filter((id) => known.has(id)),
      selectedPath: null,
      save: shown === graph ? { kind: 'unsaved' } : { kind: 'saved', at: instant() },
    });
  }

  return {
    saving: () => setState({ save: { kind: 'saving' } }),
    saved: (graph, rev) =>
      setState({ rev, save: getState().graph === graph ? { kind: 'saved', at: instant() } : { kind: 'unsaved' } }),
    nobodyAnswers() {
      const { save } = getState();
      setState({ save: { kind: 'offline', since: save.kind === 'offline' ? save.since : instant() } });
    },
    conflicts: (theirs) => setState({ save: { kind: 'conflict', theirs } }),
    refused: (error) => setState({ save: { kind: 'refused', error } }),
    takeTheirs: () => settle((mine, theirs) => ({ shown: theirs, kept: mine })),
    keepMine: () => settle((mine, theirs) => ({ shown: mine, kept: theirs })),
    follow({ rev, graph, name, published }) {
      const { save, scenario, graph: shown, history, rev: known } = getState();
      setState({ published });
      if (save.kind !== 'saved' || rev <= known) return;
      setState({
        scenario: { ...scenario, name },
        rev,
        graph,
        history: remember(history, shown, null, now()),
        selected: [],
        selectedPath: null,
        save: { kind: 'saved', at: null },
      });
    },
    published: (published) => setState({ published }),
    renamed: (name, rev) => setState({ scenario: { ...getState().scenario, name }, rev }),
  };
}
