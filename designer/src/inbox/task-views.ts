import type { Inputs } from '../api.ts';
import type { Task } from './task.ts';

export const views = ['mine', 'all', 'unassigned', 'done'] as const;
export type View = (typeof views)[number];
export const kinds = ['call', 'task', 'confirm-email', 'address', 'unknown-delivery', 'credits', 'reply'] as const;

export type Filtering = { view: View; kind: Task['kind'] | null; search: string };

export const viewOf = (text: string | undefined): View => views.find((view) => view === text) ?? 'all';
export const kindOf = (text: string | undefined): Task['kind'] | null => kinds.find((kind) => kind === text) ?? null;

/** What to ask the api for a queue: what is to be done by its due date, what is done by the newest. */
export function filterOf({ view, kind, search }: Filtering, me: string): NonNullable<Inputs['tasks']['list']> {
  const common = { limit: 100, ...(kind && { kind }), ...(search && { search }) };
  switch (view) {
    case 'mine':
      return { ...common, todo: true, order: 'due', assignee: me };
    case 'unassigned':
      return { ...common, status: 'open', order: 'due' };
    case 'done':
      return { ...common, todo: false };
    default:
      return { ...common, todo: true, order: 'due' };
  }
}
