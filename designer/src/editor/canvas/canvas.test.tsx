import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLanguage } from '../../i18n/index.ts';
import { TooltipProvider } from '../../ui/index.ts';
import { EditorContext } from '../store/use-editor.ts';
import { EditorDriver } from '../testing/editor-driver.ts';
import { largeGraph } from '../testing/large-graph.ts';
import { Canvas } from './canvas.tsx';

const drawn: string[] = [];
vi.mock('./step-body.tsx', () => ({
  StepBody: ({ id }: { id: string }) => {
    drawn.push(id);
    return null;
  },
}));

function open(editor: EditorDriver): void {
  render(
    <EditorContext value={editor.store}>
      <TooltipProvider>
        <ReactFlowProvider>
          <Canvas />
        </ReactFlowProvider>
      </TooltipProvider>
    </EditorContext>,
  );
  drawn.length = 0;
}

beforeAll(() => changeLanguage('en'));
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a drawing of 200 steps', () => {
  it('draws nothing again while a card moves, and one card when its name changes', () => {
    const editor = new EditorDriver(largeGraph(203));
    expect(editor.graph.nodes).toHaveLength(203);
    open(editor);
    const id = editor.id('b4 3');
    act(() => editor.store.acts.dragTo({ [id]: { x: 500, y: 900 } }));
    act(() => editor.store.acts.dragTo({ [id]: { x: 504, y: 904 } }));
    act(() => editor.store.acts.drop());
    expect(new Set(drawn).size).toBeLessThanOrEqual(1);
    expect(drawn.every((each) => each === id)).toBe(true);
    drawn.length = 0;
    act(() => editor.store.acts.edit({ kind: 'rename-node', nodeId: id, label: 'Renamed' }));
    expect(drawn).toEqual([id]);
  });

  it('draws two cards again when the selection moves from one to the other', () => {
    const editor = new EditorDriver(largeGraph(203)).select('b4 3');
    open(editor);
    act(() => void editor.select('b5 3'));
    expect(drawn.toSorted()).toEqual([editor.id('b4 3'), editor.id('b5 3')]);
  });
});

describe('the canvas with the keyboard', () => {
  it('is one stop of the tab key and says which step is current', () => {
    const editor = new EditorDriver();
    open(editor);
    const canvas = screen.getByRole('application', { name: 'Drawing of the scenario' });
    canvas.focus();
    fireEvent.keyDown(canvas, { key: 'ArrowDown' });
    expect(canvas.getAttribute('aria-activedescendant')).toBe('step-start');
    fireEvent.keyDown(canvas, { key: 'ArrowDown' });
    expect(canvas.getAttribute('aria-activedescendant')).toBe('step-end');
    fireEvent.keyDown(canvas, { key: 'Delete' });
    expect(editor.titles).toEqual(['Start']);
    fireEvent.keyDown(canvas, { key: 'Escape' });
    expect(editor.selected).toEqual([]);
  });

  it('draws a path from the outcome whose number is pressed', () => {
    const editor = new EditorDriver().draw('call', 'Call');
    open(editor);
    const canvas = screen.getByRole('application');
    act(() => editor.store.acts.startConnecting());
    expect(screen.getByRole('status').textContent).toContain('Call · Promise to pay');
    fireEvent.keyDown(canvas, { key: '5' });
    fireEvent.keyDown(canvas, { key: 'ArrowUp' });
    fireEvent.keyDown(canvas, { key: 'Enter' });
    expect(editor.paths).toContain('Call (no-answer) → End');
  });
});
