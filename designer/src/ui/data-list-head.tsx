import { useI18n } from '../i18n/index.ts';
import { Checkbox } from './checkbox.tsx';
import { cx } from './cx.ts';
import type { DataListProps } from './data-list.tsx';
import { Icon } from './icon.tsx';

type HeadProps<Row> = DataListProps<Row> & { rows: readonly Row[] };

/** Names of the columns; the sorted one says its direction. */
export function DataListHead<Row>({ columns, rows, rowId, checkedIds, onCheck, sort, onSort }: HeadProps<Row>) {
  const { t } = useI18n();
  const checked = checkedIds?.size ?? 0;
  const allChecked = checked === 0 ? false : checked >= rows.length ? true : 'mixed';
  return (
    <div className="ui-list-grid ui-list-head">
      {onCheck && (
        <Checkbox
          label={t('common.select-all')}
          checked={allChecked}
          onChange={(all) => onCheck(all ? new Set(rows.map(rowId)) : new Set())}
        />
      )}
      {columns.map((column) => {
        const active = sort?.columnId === column.id;
        const descending = active ? !sort.descending : false;
        return (
          <span key={column.id} className={cx(column.align === 'end' && 'is-end')}>
            {column.sortable && onSort ? (
              <button type="button" onClick={() => onSort({ columnId: column.id, descending })} aria-pressed={active}>
                {column.header}
                {active && <Icon name={sort.descending ? 'chevron-down' : 'chevron-up'} size={12} />}
              </button>
            ) : (
              column.header || <span className="sr-only">{column.label}</span>
            )}
          </span>
        );
      })}
    </div>
  );
}
