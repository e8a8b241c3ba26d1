import type { QueryClient } from '@tanstack/react-query';

/** What else shows a topic's rows, beside the procedures of the same name. */
const alsoShownBy: Record<string, readonly string[]> = {
  enrolments: ['scenarios', 'invoices'],
  tasks: ['enrolments'],
  contacts: ['enrolments', 'messages', 'mailbox'],
  messages: ['mailbox', 'contacts', 'enrolments'],
  payments: ['invoices', 'enrolments', 'debtors'],
  invoices: ['debtors'],
  imports: ['invoices', 'debtors'],
  clock: ['clock'],
  holds: ['enrolments'],
};
const pollEvery = 5_000;

/**
 * Keeps what is on screen up to date: the server names topics, the queries that show them are asked again. While the
 * stream is away everything on screen is asked again every five seconds; after it returns, once.
 */
export function startLive(queryClient: QueryClient, makeStream = () => new EventSource('/api/live')): () => void {
  let poll: ReturnType<typeof setInterval> | undefined;
  const stream = makeStream();
  const refetchAll = () => void queryClient.invalidateQueries();

  stream.addEventListener('message', (event: MessageEvent<string>) => {
    const names = affected(topicsOf(event.data));
    void queryClient.invalidateQueries({ predicate: (query) => names.has(routerOf(query.queryKey)) });
  });
  stream.addEventListener('open', () => {
    if (poll === undefined) return;
    clearInterval(poll);
    poll = undefined;
    refetchAll();
  });
  stream.addEventListener('error', () => {
    poll ??= setInterval(refetchAll, pollEvery);
  });
  return () => {
    clearInterval(poll);
    stream.close();
  };
}

function topicsOf(data: string): readonly string[] {
  const parsed: unknown = JSON.parse(data);
  const topics = typeof parsed === 'object' && parsed !== null && 'topics' in parsed ? parsed.topics : [];
  return Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [];
}

function affected(topics: readonly string[]): ReadonlySet<string> {
  return new Set(topics.flatMap((topic) => [topic, ...(alsoShownBy[topic] ?? [])]));
}

function routerOf(queryKey: readonly unknown[]): string {
  const path = queryKey[0];
  return Array.isArray(path) ? String(path[0]) : '';
}
