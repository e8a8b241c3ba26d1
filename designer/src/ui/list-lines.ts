import type { DataGroup } from './data-column.ts';

export type ListLine<Row> =
  { kind: 'group'; group: DataGroup; count: number } | { kind: 'row'; row: Row; index: number };

/** Rows with a header before each group; rows come sorted by group. */
export function listLines<Row>(rows: readonly Row[], groupOf?: (row: Row) => DataGroup): ListLine<Row>[] {
  const lines: ListLine<Row>[] = [];
  let header: { kind: 'group'; group: DataGroup; count: number } | undefined;
  rows.forEach((row, index) => {
    const group = groupOf?.(row);
    if (group && header?.group.id !== group.id) {
      header = { kind: 'group', group, count: 0 };
      lines.push(header);
    }
    if (header) header.count += 1;
    lines.push({ kind: 'row', row, index });
  });
  return lines;
}
