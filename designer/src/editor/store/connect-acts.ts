import { newId } from '@relance/workflows/scenario';
import type { StoreApi } from 'zustand/vanilla';
import { openOutcomes } from '../graph/free-outcome.ts';
import { type Direction, nearest, walk } from '../graph/walk.ts';
import { drawnSteps } from './drawing.ts';
import type { EditActs } from './edit-acts.ts';
import type { EditorState } from './editor-state.ts';

export interface ConnectActs {
  connect: (from: string, outcome: string, to: string) => void;
  /** Ends an outcome here on purpose, or takes that back. */
  endHere: (nodeId: string, outcome: string, ends: boolean) => void;
  /** C: begins to draw a path from the selected step with the keyboard. */
  startConnecting: (outcome?: string) => void;
  chooseOutcome: (outcome: string) => void;
  /** An arrow key: walks to another step, or picks the target of the path being drawn. */
  go: (direction: Direction) => void;
  finishConnecting: () => void;
  stopConnecting: () => void;
}

export function makeConnectActs({ getState, setState }: StoreApi<EditorState>, { edit }: EditActs): ConnectActs {
  const connect = (from: string, outcome: string, to: string): void =>
    edit({ kind: 'connect', edge: { id: newId('path'), from, outcome, to } });

  return {
    connect,
    endHere: (nodeId, outcome, ends) => edit({ kind: 'end-on-purpose', nodeId, outcome, ends }),
    startConnecting(outcome) {
      const { graph, selected, language } = getState();
      const node = graph.nodes.find(({ id }) => id === selected[0]);
      const outcomes = node === undefined ? [] : (drawnSteps(graph, language).get(node.id)?.look.outcomes ?? []);
      const chosen = outcome ?? (node && openOutcomes(graph, node, outcomes)[0]?.id) ?? outcomes[0]?.id;
      if (node === undefined || chosen === undefined) return;
      setState({ selected: [node.id], connecting: { from: node.id, outcome: chosen, target: null } });
    },
    chooseOutcome(outcome) {
      const { connecting } = getState();
      if (connecting !== null) setState({ connecting: { ...connecting, outcome } });
    },
    go(direction) {
      const { graph, language, selected, connecting } = getState();
      const steps = drawnSteps(graph, language);
      if (connecting !== null) {
        const target = nearest(steps, connecting.target ?? connecting.from, direction);
        if (target !== null) setState({ connecting: { ...connecting, target } });
        return;
      }
      const from = selected.at(-1) ?? null;
      const start = graph.nodes.find(({ type }) => type === 'start') ?? graph.nodes[0];
      const next = from === null ? (start?.id ?? null) : walk(graph, steps, from, direction);
      if (next !== null) setState({ selected: [next], selectedPath: null, insertion: null });
    },
    finishConnecting() {
      const { connecting } = getState();
      if (connecting === null || connecting.target === null) return;
      setState({ connecting: null });
      connect(connecting.from, connecting.outcome, connecting.target);
    },
    stopConnecting: () => setState({ connecting: null, insertion: null }),
  };
}
