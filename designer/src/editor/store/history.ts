import type { Graph } from '@relance/workflows/scenario';

/** Graphs before and after the present one. Graphs are plain values, so that undoing is showing an earlier one. */
export interface History {
  past: readonly Graph[];
  future: readonly Graph[];
  /** What the last change was about, so that typing makes one entry and not one per letter. */
  lastKey: string | null;
  lastAt: number;
}

export const EMPTY_HISTORY: History = { past: [], future: [], lastKey: null, lastAt: 0 };

const DEEPEST = 200;
const TYPING_PAUSE = 1500;

/** Notes that `present` was left at `now`; changes with one key that follow each other closely are one entry. */
export function remember(history: History, present: Graph, key: string | null, now: number): History {
  const continues = key !== null && key === history.lastKey && now - history.lastAt < TYPING_PAUSE;
  const past = continues ? history.past : [...history.past, present].slice(-DEEPEST);
  return { past, future: [], lastKey: key, lastAt: now };
}

export interface Stepped {
  history: History;
  graph: Graph;
}

/** The graph before, or null when there is none. */
export function stepBack({ past, future }: History, present: Graph): Stepped | null {
  const graph = past.at(-1);
  if (graph === undefined) return null;
  return { graph, history: { ...EMPTY_HISTORY, past: past.slice(0, -1), future: [present, ...future] } };
}

/** The graph that was undone last, or null when there is none. */
export function stepForward({ past, future }: History, present: Graph): Stepped | null {
  const graph = future.at(0);
  if (graph === undefined) return null;
  return { graph, history: { ...EMPTY_HISTORY, past: [...past, present], future: future.slice(1) } };
}
