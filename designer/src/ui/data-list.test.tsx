import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DataList, type DataListProps } from './data-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { listenToShortcuts } from './shortcuts.ts';

type Row = { id: string; name: string; late: boolean };
const rows: Row[] = ['Sorelle', 'Kerbrat', 'Chabert'].map((name, index) => ({
  id: `r${index}`,
  name,
  late: index === 0,
}));
const state = { isPending: false, error: null, refetch: () => undefined };

function List(props: Partial<DataListProps<Row>>) {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <DataList
      label="Tasks"
      rows={rows}
      rowId={(row) => row.id}
      state={state}
      columns={[{ id: 'name', header: 'Debtor', width: '1fr', render: (row) => row.name }]}
      empty={<EmptyState text="Nothing for today" />}
      selectedId={selected}
      onSelect={(row) => setSelected(row.id)}
      {...props}
    />
  );
}
const selectedRow = () => screen.getAllByRole('row').find((row) => row.getAttribute('aria-selected') === 'true');

describe('DataList', () => {
  listenToShortcuts(window);

  it('walks with J and K and opens with Enter', () => {
    const onOpen = vi.fn();
    render(<List onOpen={onOpen} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(selectedRow()?.textContent).toContain('Kerbrat');
    fireEvent.keyDown(document.body, { key: 'k' });
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith(rows[0]);
  });

  it('walks with the arrows while it has the focus and names the active row', () => {
    render(<List />);
    const grid = screen.getByRole('grid', { name: 'Tasks' });
    fireEvent.keyDown(grid, { key: 'End' });
    expect(selectedRow()?.textContent).toContain('Chabert');
    expect(grid.getAttribute('aria-activedescendant')).toBe(selectedRow()?.id);
  });

  it('puts a header with its count before each group', () => {
    render(<List groupOf={(row) => (row.late ? { id: 'late', label: 'Overdue' } : { id: 'today', label: 'Today' })} />);
    expect(screen.getByText('Overdue').parentElement?.textContent).toBe('Overdue1');
    expect(screen.getByText('Today').parentElement?.textContent).toBe('Today2');
  });

  it('checks rows with X without opening them', () => {
    const onCheck = vi.fn();
    render(<List onCheck={onCheck} checkedIds={new Set()} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'x' });
    expect(onCheck).toHaveBeenCalledWith(new Set(['r0']));
  });

  it('says that it is empty', () => {
    render(<List rows={[]} />);
    expect(screen.getByText('Nothing for today')).toBeDefined();
  });

  it('says that it failed and asks again', () => {
    const refetch = vi.fn();
    render(<List rows={undefined} state={{ isPending: false, error: new Error('away'), refetch }} />);
    fireEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('alert')).toBeDefined();
    expect(refetch).toHaveBeenCalled();
  });

  it('keeps the old rows when asking again has failed', () => {
    render(<List state={{ ...state, error: new Error('away') }} />);
    expect(screen.getByText('Sorelle')).toBeDefined();
    expect(screen.getByRole('alert')).toBeDefined();
  });

  it('shows the geometry to come only after 150 ms', () => {
    vi.useFakeTimers();
    const { container } = render(<List rows={undefined} state={{ ...state, isPending: true }} />);
    expect(container.querySelectorAll('.ui-skeleton > span')).toHaveLength(0);
    vi.useRealTimers();
  });
});
