import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenToShortcuts, useShortcuts } from './shortcuts.ts';

function Page({ keys, run }: { keys: string; run: () => void }) {
  useShortcuts([{ keys, label: 'do it', group: 'page', run }]);
  return <input aria-label="name" />;
}

describe('shortcuts', () => {
  const stop = listenToShortcuts(window);
  afterEach(cleanup);

  it('runs while the owner is on the page and no longer', () => {
    const run = vi.fn();
    const page = render(<Page keys="j" run={run} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    page.unmount();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('leaves letters to who types, but takes combinations', () => {
    const letter = vi.fn();
    const combined = vi.fn();
    const page = render(
      <>
        <Page keys="j" run={letter} />
        <Page keys="mod+enter" run={combined} />
      </>,
    );
    const input = page.getAllByLabelText('name')[0] ?? document.body;
    fireEvent.keyDown(input, { key: 'j' });
    fireEvent.keyDown(input, { key: 'Enter', ctrlKey: true });
    expect(letter).not.toHaveBeenCalled();
    expect(combined).toHaveBeenCalledTimes(1);
  });

  it('knows sequences of two keys', () => {
    const run = vi.fn();
    render(<Page keys="g i" run={run} />);
    fireEvent.keyDown(document.body, { key: 'i' });
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'i' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('stays silent behind a dialog', () => {
    const run = vi.fn();
    render(
      <>
        <Page keys="j" run={run} />
        <div role="dialog" />
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).not.toHaveBeenCalled();
    stop();
  });
});
