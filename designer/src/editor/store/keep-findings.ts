import { type Finding, lint, STANDARD_TEXTS } from '@relance/workflows/lint';
import type { Graph } from '@relance/workflows/scenario';
import type { EditorStore } from './editor-store.ts';

const PAUSE = 150;

/** Keeps the findings of the drawing up to date, a moment after the hand rests. Returns what stops it. */
export function keepFindings(store: EditorStore, check: (graph: Graph) => Finding[] = checkGraph): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checked: Graph | null = null;
  function run(): void {
    const { graph } = store.getState();
    if (graph === checked) return;
    checked = graph;
    store.setState({ findings: check(graph) });
  }
  run();
  const unsubscribe = store.subscribe(({ graph }) => {
    if (graph === checked) return;
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}

const checkGraph = (graph: Graph): Finding[] => lint(graph, STANDARD_TEXTS);
