import type { Delay } from '../plan/plan.ts';

export type Tone = 0 | 1 | 2 | 3 | 4;

/** One field of a form that a task's outcome asks for. */
export interface FormField {
  id: string;
  type: 'text' | 'date' | 'money' | 'number' | 'choice';
  required: boolean;
  /** The scenario's own word; a built-in field is labelled by the message `form.<id>`. */
  label?: string;
  options?: { id: string; label: string }[];
}

/** One of the closed set of ways a task ends. `label` is the scenario's own word, or a message key `outcome.<id>` of a built-in one. */
export interface TaskOutcome {
  id: string;
  label: string;
  fields: FormField[];
}

export type EndReason =
  'paid' | 'cancelled' | 'settled' | 'credited' | 'written-off' | 'handed-over' | 'insolvency' | 'due' | 'other';

/** A line for the timeline that changes nothing: the wait was already past, which branch was taken, … */
export type NoteKind =
  | 'entered'
  | 'entered-late'
  | 'wait-started'
  | 'wait-passed'
  | 'decided'
  | 'held'
  | 'resumed'
  | 'skipped'
  | 'moved'
  | 'left'
  | 'ignored';

/**
 * What the engine asks the step to write. Steps of nodes are keyed by (enrolment, node id, visit).
 * - `plan-contact`: one invoice's part in a message; leaves when the dispatcher's policy allows, from `slotAt` on.
 *   With mode `to-confirm` it waits for a person (`release-contact` or `drop-contact` follows from that task).
 * - `open-task`: work that waits for a person; may be shared with other cases of the debtor.
 * - `cancel-step`: close the open tasks and unsent contacts of that step.
 */
export type Command =
  | {
      kind: 'plan-contact';
      nodeId: string;
      visit: number;
      channel: 'email';
      template: string;
      tone: Tone;
      recipients: string[];
      mode: 'automatic' | 'to-confirm';
      answerIn: Delay | null;
      minimumDistanceDays: number;
      slotAt: string;
    }
  | { kind: 'release-contact'; nodeId: string; visit: number; slotAt: string }
  | { kind: 'drop-contact'; nodeId: string; visit: number; reason: string }
  | {
      kind: 'open-task';
      nodeId: string;
      visit: number;
      taskKind: 'call' | 'task' | 'confirm-email';
      title: string;
      instructions: string | null;
      script: string | null;
      outcomes: TaskOutcome[];
      dueAt: string | null;
    }
  | { kind: 'cancel-step'; nodeId: string; visit: number; reason: string }
  | {
      kind: 'note';
      note: NoteKind;
      nodeId: string | null;
      visit: number | null;
      data: Record<string, string | number | null>;
    }
  | { kind: 'end'; reason: EndReason; nodeId: string | null }
  | { kind: 'incident'; code: string; nodeId: string | null };
