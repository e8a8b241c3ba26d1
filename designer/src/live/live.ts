import type { QueryClient } from '@tanstack/react-query';

/** What else shows a topic's rows, beside the procedures of the same name. */
const alsoShownBy: Record<string, readonly string[]> = {
  debtors: ['tasks', 'enrolments', 'invoices'],
  enrolments: ['scenarios', 'invoices'],
  imports: ['invoices', 'debtors'],
  invoices: ['debtors', 'enrolments', 'tasks'],
  messages: ['mailbox', 'contacts', 'enrolments', 'debtors', 'outbox'],
  organisation: ['session', 'entities', 'members', 'invitations', 'outbox', 'assignment'],
  payments: ['invoices', 'enrolments', 'debtors'],
  tasks: ['enrolments'],
};
/** The first page sums up rows of all of these. */
const SUMMED_UP = ['clock', 'enrolments', 'invoices', 'messages', 'organisation', 'payments', 'tasks'];
const pollEvery = 5_000;
const shortestGap = 1_000;

/**
 * Keeps what is on screen up to date: the server names topics, the queries that show them are asked again. While the
 * stream is away everything on screen is asked again every five seconds; after it returns, once.
 */
export function startLive(queryClient: QueryClient, makeStream = () => new EventSource('/api/live')): () => void {
  const changed = new Set<string>();
  let gap: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let stream = open();

  function open(): EventSource {
    const next = makeStream();
    next.addEventListener('message', ({ data }: MessageEvent<string>) => {
      for (const topic of topicsOf(data)) changed.add(topic);
      if (gap === undefined) tell();
    });
    next.addEventListener('open', back);
    next.addEventListener('error', away);
    return next;
  }
  // While a sandbox advances, changes come faster than answers: asking again at each would never let one arrive.
  function tell(): void {
    gap = undefined;
    if (changed.size === 0) return;
    const names = affected([...changed]);
    changed.clear();
    void queryClient.invalidateQueries({ predicate: (query) => names.has(routerOf(query.queryKey)) });
    gap = setTimeout(tell, shortestGap);
  }
  function away(): void {
    poll ??= setInterval(meanwhile, pollEvery);
  }
  function meanwhile(): void {
    void queryClient.invalidateQueries();
    // The browser comes back by itself from a lost connection, but not from an answer that was no stream.
    if (stream.readyState === EventSource.CLOSED) stream = open();
  }
  function back(): void {
    if (poll === undefined) return;
    clearInterval(poll);
    poll = undefined;
    void queryClient.invalidateQueries();
  }
  return () => {
    clearInterval(poll);
    clearTimeout(gap);
    stream.close();
  };
}

function topicsOf(data: string): readonly string[] {
  const parsed: unknown = JSON.parse(data);
  const topics = typeof parsed === 'object' && parsed !== null && 'topics' in parsed ? parsed.topics : [];
  return Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [];
}

function affected(topics: readonly string[]): ReadonlySet<string> {
  const names = new Set(topics.flatMap((topic) => [topic, ...(alsoShownBy[topic] ?? [])]));
  if (topics.some((topic) => SUMMED_UP.includes(topic))) names.add('today');
  return names;
}

function routerOf(queryKey: readonly unknown[]): string {
  const path = queryKey[0];
  return Array.isArray(path) ? String(path[0]) : '';
}
