import { create } from 'zustand';

/** What was typed for one outcome: text as typed, dates and amounts once they could be read. */
export type Typed = Record<string, string | null>;

export interface Ending {
  outcome: string | null;
  values: Typed;
}

/** An answer being given to a task; invoices with an ending of their own are named in `own`. */
export interface Draft extends Ending {
  own: Record<string, Ending>;
  /** What was agreed, for the recap of a call. */
  summary: string;
}

const NO_ENDING: Ending = { outcome: null, values: {} };
const EMPTY: Draft = { ...NO_ENDING, own: {}, summary: '' };

const drafts = create<{ of: Record<string, Draft> }>(() => ({ of: {} }));

/** Kept as typed while people move between tasks, and when an answer is refused. */
export function useDraft(taskId: string): Draft {
  return drafts(({ of }) => of[taskId] ?? EMPTY);
}

export function changeDraft(taskId: string, change: (draft: Draft) => Draft): void {
  drafts.setState(({ of }) => ({ of: { ...of, [taskId]: change(of[taskId] ?? EMPTY) } }));
}

export function dropDraft(taskId: string): void {
  drafts.setState(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== taskId)) }));
}

/** An invoice gets an ending of its own, or ends like the others again. */
export function toggleOwn(draft: Draft, invoiceId: string): Draft {
  const { [invoiceId]: present, ...own } = draft.own;
  return { ...draft, own: present ? own : { ...own, [invoiceId]: NO_ENDING } };
}
