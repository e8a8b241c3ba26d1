import type { Graph } from '@relance/workflows/scenario';
import type { EditorStore } from './editor-store.ts';

/** What the server answers to a save; an error that is none of these is a refusal. */
export type SaveReply =
  | { kind: 'saved'; rev: number }
  | { kind: 'away' }
  | { kind: 'conflict'; theirs: { rev: number; graph: Graph } }
  | { kind: 'refused'; error: unknown };

export type Save = (draft: { id: string; rev: number; graph: Graph }) => Promise<SaveReply>;

export interface Autosave {
  /** Saves what is unsaved now; true when nothing is left to save. */
  flush: () => Promise<boolean>;
  /** Begins to save after each change; returns what stops it. */
  start: () => () => void;
}

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;

/**
 * Saves the drawing after each pause, one request at a time. While nobody answers it keeps trying; a conflict or a
 * refusal waits for a person, a refusal also for the next change.
 */
export function makeAutosave(store: EditorStore, save: Save): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let retryIn = FIRST_RETRY;
  let last = store.getState();

  function plan(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delay);
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  }

  async function send(): Promise<void> {
    const { scenario, rev, graph, save: state } = store.getState();
    if (state.kind === 'saved' || state.kind === 'conflict') return;
    if (state.kind !== 'offline') store.acts.saving();
    receive(await save({ id: scenario.id, rev, graph }), graph);
  }

  function receive(reply: SaveReply, graph: Graph): void {
    switch (reply.kind) {
      case 'saved':
        retryIn = FIRST_RETRY;
        store.acts.saved(graph, reply.rev);
        if (store.getState().save.kind === 'unsaved') plan(PAUSE);
        return;
      case 'away':
        store.acts.nobodyAnswers();
        plan(retryIn);
        retryIn = Math.min(retryIn * 2, LONGEST_RETRY);
        return;
      case 'conflict':
        return store.acts.conflicts(reply.theirs);
      case 'refused':
        return store.acts.refused(reply.error);
      default:
        return reply satisfies never;
    }
  }

  function onChange(state: ReturnType<EditorStore['getState']>): void {
    const changed = state.graph !== last.graph;
    const becameUnsaved = state.save !== last.save && state.save.kind === 'unsaved';
    last = state;
    if (becameUnsaved || (changed && (state.save.kind === 'unsaved' || state.save.kind === 'refused'))) plan(PAUSE);
  }

  return {
    async flush() {
      await running;
      if (store.getState().save.kind !== 'saved') await run();
      return store.getState().save.kind === 'saved';
    },
    start() {
      const unsubscribe = store.subscribe(onChange);
      return () => {
        unsubscribe();
        // What is still unsaved goes at once: the page is being left.
        if (timer !== undefined) void run();
      };
    },
  };
}
