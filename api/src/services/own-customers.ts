import type { Caller } from '../context.ts';
import { notFound } from '../problem.ts';

/** Sales see the customers that they look after and no other; whoever else may look sees all. */
export function ownerSeen({ role, assignee }: Pick<Caller, 'role' | 'assignee'>): string | undefined {
  return role === 'sales' ? assignee : undefined;
}

/** What is another one's is not there. */
export function requireOwn(caller: Pick<Caller, 'role' | 'assignee'>, owner: string | null, what: string): void {
  const seen = ownerSeen(caller);
  if (seen !== undefined && owner !== seen) throw notFound(what);
}
