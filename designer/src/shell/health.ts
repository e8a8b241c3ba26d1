import { queryOptions } from '@tanstack/react-query';

export type Part = 'postgres' | 'temporal' | 'worker' | 'api';
const order: readonly Part[] = ['postgres', 'temporal', 'worker'];

/** The gravest part that is away, or null. A server that does not answer at all is `api`. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }): Promise<Part | null> => {
    const response = await fetch('/api/v1/health', { signal }).catch(() => undefined);
    if (!response || (!response.ok && response.status !== 503)) return 'api';
    const body: unknown = await response.json().catch(() => undefined);
    return awayPart(body);
  },
  refetchInterval: (query) => (query.state.data ? 3_000 : 10_000),
  retry: false,
});

function awayPart(body: unknown): Part | null {
  if (typeof body !== 'object' || body === null || !('checks' in body)) return 'api';
  const checks = body.checks as Record<string, unknown>;
  return order.find((part) => checks[part] !== 'ok') ?? null;
}
