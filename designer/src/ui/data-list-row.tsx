import type { CSSProperties } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Checkbox } from './checkbox.tsx';
import { Count } from './count.tsx';
import { cx } from './cx.ts';
import type { DataColumn, DataGroup } from './data-column.ts';

type RowProps<Row> = {
  id: string;
  row: Row;
  index: number;
  columns: readonly DataColumn<Row>[];
  style: CSSProperties;
  selected: boolean;
  checked: boolean | undefined;
  onCheck: (() => void) | undefined;
  onClick: (() => void) | undefined;
  onDoubleClick: (() => void) | undefined;
};

export function DataListRow<Row>(props: RowProps<Row>) {
  const { id, row, index, columns, style, selected, checked, onCheck, onClick, onDoubleClick } = props;
  const { t } = useI18n();
  return (
    // The grid holds the focus and the keys; a row answers the pointer only.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={cx(
        'ui-list-grid ui-list-row',
        selected && 'is-selected',
        checked && 'is-checked',
        onClick && 'is-live',
      )}
      style={style}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onKeyDown={undefined}
    >
      {onCheck && (
        <span
          role="gridcell"
          tabIndex={-1}
          className="ui-list-check"
          onClick={(event) => event.stopPropagation()}
          onKeyDown={undefined}
        >
          <Checkbox label={t('common.select-row')} checked={checked ?? false} onChange={onCheck} />
        </span>
      )}
      {columns.map((column) => (
        <span
          key={column.id}
          role="gridcell"
          className={cx('ui-list-cell', column.align === 'end' && 'is-end')}
          data-phone={column.phone ?? 'none'}
        >
          {column.render(row)}
        </span>
      ))}
    </div>
  );
}

export function GroupHeader({ group, count, style }: { group: DataGroup; count: number; style: CSSProperties }) {
  return (
    <div role="row" className="ui-list-group" style={style}>
      <span role="gridcell" className={cx(group.tone && `is-${group.tone}`)}>
        {group.label}
      </span>
      <Count value={count} />
    </div>
  );
}
