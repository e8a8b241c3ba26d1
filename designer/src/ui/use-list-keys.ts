import type { KeyboardEvent } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useShortcuts, type Shortcut } from './shortcuts.ts';

type ListKeys<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  selectedId?: string | null;
  onSelect?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  checkedIds?: ReadonlySet<string>;
  onCheck?: (ids: ReadonlySet<string>) => void;
  keys?: boolean;
  show: (row: Row) => void;
};

/** J and K walk, Enter opens, X checks; arrows, Home and End too while the list has the focus. */
export function useListKeys<Row>(list: ListKeys<Row>): (event: KeyboardEvent) => void {
  const { rows, rowId, selectedId, onSelect, onOpen, checkedIds, onCheck, keys = true, show } = list;
  const { t } = useI18n();
  const current = rows.findIndex((row) => rowId(row) === selectedId);

  function go(index: number): void {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!row) return;
    show(row);
    onSelect?.(row);
  }
  function check(): void {
    const row = rows[current];
    if (!row || !onCheck) return;
    const next = new Set(checkedIds);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onCheck(next);
  }
  function open(): void {
    const row = rows[current];
    if (row) onOpen?.(row);
  }
  const shortcuts: Shortcut[] = [];
  const add = (key: string, label: string, run: () => void) => shortcuts.push({ keys: key, label, group: 'list', run });
  if (onSelect) {
    add('j', t('shell.shortcuts.next-row'), () => go(current + 1));
    add('k', t('shell.shortcuts.previous-row'), () => go(current - 1));
  }
  if (onOpen) add('enter', t('shell.shortcuts.open-row'), open);
  if (onCheck) add('x', t('shell.shortcuts.check-row'), check);
  useShortcuts(keys ? shortcuts : []);

  return (event) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(current + 1),
      ArrowUp: () => go(current - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
    };
    const move = onSelect && event.target === event.currentTarget ? moves[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    move();
  };
}
