import type { Task } from './task.ts';

export type Change =
  { kind: 'closed' | 'other' } | { kind: 'claimed'; by: string } | { kind: 'left' | 'joined'; invoice: string };

/** What became different about a task while somebody was working on it, gravest first. */
export function changesBetween(before: Task, after: Task, me: string): Change[] {
  if (before.rev === after.rev) return [];
  const changes: Change[] = [];
  const closed = after.status === 'done' || after.status === 'cancelled';
  if (closed) changes.push({ kind: 'closed' });
  if (!closed && after.assignee !== null && after.assignee !== before.assignee && after.assignee !== me)
    changes.push({ kind: 'claimed', by: after.assignee });
  const missing = (from: Task, among: Task) =>
    from.invoices.filter(({ id }) => !among.invoices.some((each) => each.id === id)).map(({ number }) => number);
  changes.push(...missing(before, after).map((invoice) => ({ kind: 'left', invoice }) as const));
  changes.push(...missing(after, before).map((invoice) => ({ kind: 'joined', invoice }) as const));
  const own = after.assignee === me || before.assignee === me;
  return changes.length === 0 && !own ? [{ kind: 'other' }] : changes;
}
