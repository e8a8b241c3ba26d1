import type { ReactNode } from 'react';

export type SortOrder = { columnId: string; descending: boolean };

export type DataColumn<Row> = {
  id: string;
  /** Words at the head; an empty head needs a `label`. */
  header: string;
  label?: string;
  /** A grid track: `96px`, `minmax(0, 1fr)`. */
  width: string;
  align?: 'start' | 'end';
  sortable?: boolean;
  render: (row: Row) => ReactNode;
  /** Where the cell goes in the two-line row of a phone; without it the cell is left out there. */
  phone?: 'mark' | 'title' | 'value' | 'detail' | 'meta';
};

export type DataGroup = { id: string; label: string; tone?: 'danger' | 'warn' };

/** What the list needs to know of its query; the reply of `useQuery` fits. */
export type ListState = { isPending: boolean; error: unknown; refetch: () => unknown };
