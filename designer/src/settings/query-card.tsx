import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card, ErrorState, Skeleton } from '../ui/index.ts';

type QueryCardProps<Data> = {
  title: string;
  aside?: ReactNode;
  query: UseQueryResult<Data, unknown>;
  children: (data: Data) => ReactNode;
};

/** A card of what one query answers: loading, away, or there. */
export function QueryCard<Data>({ title, aside, query, children }: QueryCardProps<Data>) {
  return (
    <Card title={title} aside={aside}>
      {query.data !== undefined ? (
        children(query.data)
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Card>
  );
}
