import type { Finding } from '@relance/workflows/lint';
import type { EditFault, Graph, Position } from '@relance/workflows/scenario';
import type { Language } from '../../i18n/index.ts';
import { EMPTY_HISTORY, type History } from './history.ts';

/** Where the drawing stands between this page and the server. `at` is the real time of the last save made from here. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** Nobody answered; tried again by itself. */
  | { kind: 'offline'; since: string }
  /** Somebody else saved first: which of the two stays is asked. */
  | { kind: 'conflict'; theirs: { rev: number; graph: Graph } }
  | { kind: 'refused'; error: unknown };

/** A path being drawn with the keyboard: from which outcome, and the step it would lead to. */
export interface Connecting {
  from: string;
  outcome: string;
  target: string | null;
}

/** A field that the inspector is asked to show; `at` tells two requests for one field apart. */
export interface FieldFocus {
  nodeId: string;
  path: readonly (string | number)[];
  at: number;
}

export interface Published {
  version: number;
  graph: Graph | null;
}

/** Everything the editor knows. One owner: whatever shows a part subscribes to that part. */
export interface EditorState {
  scenario: { id: string; name: string };
  graph: Graph;
  rev: number;
  history: History;
  selected: readonly string[];
  selectedPath: string | null;
  /** Positions of cards under the pointer; they become an edit when they are put down. */
  drag: Readonly<Record<string, Position>> | null;
  connecting: Connecting | null;
  /** The path or outcome that the palette's next choice goes to, asked for with N or a `+`. */
  insertion: Insertion | null;
  save: SaveState;
  published: Published | null;
  findings: readonly Finding[];
  focus: FieldFocus | null;
  /** Why the last edit could not be made: a limit of the drawing. */
  refusal: EditFault | null;
  renaming: boolean;
  /** What dragging on the empty canvas does: moves the drawing, or selects what the frame touches. */
  tool: 'move' | 'select';
  language: Language;
}

export type Insertion = { kind: 'path'; edgeId: string } | { kind: 'outcome'; nodeId: string; outcome: string };

export interface LoadedScenario {
  id: string;
  name: string;
  rev: number;
  graph: Graph;
  published: Published | null;
}

export function openedState(loaded: LoadedScenario, language: Language): EditorState {
  return {
    scenario: { id: loaded.id, name: loaded.name },
    graph: loaded.graph,
    rev: loaded.rev,
    history: EMPTY_HISTORY,
    selected: [],
    selectedPath: null,
    drag: null,
    connecting: null,
    insertion: null,
    save: { kind: 'saved', at: null },
    published: loaded.published,
    findings: [],
    focus: null,
    refusal: null,
    tool: 'move',
    renaming: false,
    language,
  };
}
