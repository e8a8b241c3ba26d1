import './data-list.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import type { DataColumn, DataGroup, ListState, SortOrder } from './data-column.ts';
import { DataListHead } from './data-list-head.tsx';
import { DataListRow, GroupHeader } from './data-list-row.tsx';
import { ErrorState } from './error-state.tsx';
import { listLines } from './list-lines.ts';
import { Skeleton } from './skeleton.tsx';
import { useListKeys } from './use-list-keys.ts';
import { usePhone } from './use-media.ts';

export type DataListProps<Row> = {
  /** Accessible name of the list. */
  label: string;
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  columns: readonly DataColumn<Row>[];
  state: ListState;
  /** What stands there when no row does: an `EmptyState`, another one when a filter is on. */
  empty: ReactNode;
  /** Rows come sorted by group. */
  groupOf?: (row: Row) => DataGroup;
  selectedId?: string | null;
  onSelect?: (row: Row) => void;
  /** Enter, or a click when it differs from selecting. */
  onOpen?: (row: Row) => void;
  checkedIds?: ReadonlySet<string>;
  onCheck?: (ids: ReadonlySet<string>) => void;
  sort?: SortOrder;
  onSort?: (sort: SortOrder) => void;
  rowHeight?: number;
  /** Called when the end comes near: for lists that continue. */
  onMore?: (() => void) | undefined;
  /** Said under the rows: "10 000 and more", with what to do. */
  footer?: ReactNode;
  /** J, K, ↵ and X work without focusing the list first. */
  keys?: boolean;
};

const groupHeight = 28;
const phoneRowHeight = 64;

/** Virtual rows with groups, selection and keys; and the four states every list has. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { rows, state, label, empty, columns } = props;
  const { t } = useI18n();
  const phone = usePhone();
  const height = phone ? phoneRowHeight : (props.rowHeight ?? 36);
  if (rows === undefined && state.error) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (rows === undefined)
    return <Skeleton lines={12} lineHeight={height} label={`${label} · ${t('common.loading')}`} />;
  if (rows.length === 0) return <div className="ui-list">{empty}</div>;
  return (
    <>
      {state.error ? <ErrorState error={state.error} onRetry={() => void state.refetch()} /> : null}
      <Rows {...props} rows={rows} columns={columns} phone={phone} height={height} />
    </>
  );
}

function Rows<Row>(props: DataListProps<Row> & { rows: readonly Row[]; phone: boolean; height: number }) {
  const { rows, columns, rowId, groupOf, selectedId, checkedIds, onCheck, onMore, phone, height } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => listLines(rows, groupOf), [rows, groupOf]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? groupHeight : height),
    getItemKey: (index) => lineKey(lines[index], rowId, index),
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const lastVisible = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore && lastVisible >= lines.length - 20) onMore();
  }, [onMore, lastVisible, lines.length]);

  const selectedShown = items.some(({ index }) => {
    const line = lines[index];
    return line?.kind === 'row' && rowId(line.row) === selectedId;
  });
  const onKeyDown = useListKeys({
    ...props,
    show: (row) => virtual.scrollToIndex(lines.findIndex((line) => line.kind === 'row' && line.row === row)),
  });
  const select = props.onSelect ?? props.onOpen;
  const tracks = `${onCheck ? '16px ' : ''}${columns.map((column) => column.width).join(' ')}`;
  const check = (row: Row) => {
    const next = new Set(checkedIds);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onCheck?.(next);
  };
  return (
    <div className="ui-list" style={{ '--tracks': tracks } as CSSProperties}>
      {!phone && <DataListHead {...props} />}
      <div
        ref={scroller}
        className="ui-list-scroll"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={rows.length}
        aria-activedescendant={selectedShown ? `${id}-${selectedId}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const place: CSSProperties = { transform: `translateY(${item.start}px)`, height: item.size };
            if (line.kind === 'group')
              return <GroupHeader key={item.key} group={line.group} count={line.count} style={place} />;
            const key = rowId(line.row);
            return (
              <DataListRow
                key={item.key}
                id={`${id}-${key}`}
                row={line.row}
                index={line.index}
                columns={columns}
                style={place}
                selected={key === selectedId}
                checked={checkedIds?.has(key)}
                onCheck={onCheck && (() => check(line.row))}
                onClick={select && (() => select(line.row))}
                onDoubleClick={props.onOpen && (() => props.onOpen?.(line.row))}
              />
            );
          })}
        </div>
        {props.footer && <div className="ui-list-footer">{props.footer}</div>}
      </div>
    </div>
  );
}

function lineKey<Row>(
  line: ReturnType<typeof listLines<Row>>[number] | undefined,
  rowId: (row: Row) => string,
  index: number,
) {
  if (!line) return index;
  return line.kind === 'group' ? `group ${line.group.id}` : rowId(line.row);
}
