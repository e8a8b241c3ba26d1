import { firmScenario } from '@relance/workflows/scenario';
import { describe, expect, it } from 'vitest';
import { boxAt, touches } from '../graph/box.ts';
import { EditorDriver } from '../testing/editor-driver.ts';
import { drawnSteps } from './drawing.ts';

describe('drawing', () => {
  it('adds a step at a free place when nothing is selected', () => {
    const editor = new EditorDriver().draw('task', 'Check');
    expect(editor.titles).toEqual(['Check', 'End', 'Start']);
    expect(editor.selected).toEqual(['Check']);
    expect(editor.paths).toEqual(['Start → End']);
  });

  it('adds after the selected step on its first open outcome', () => {
    const editor = new EditorDriver().draw('call', 'Call').draw('wait', 'Wait');
    expect(editor.graph.edges).toHaveLength(2);
    expect(editor.graph.edges[1]).toMatchObject({
      from: editor.id('Call'),
      outcome: 'promised',
      to: editor.id('Wait'),
    });
  });

  it('inserts on a path and makes room for it', () => {
    const editor = new EditorDriver();
    const before = editor.place('End').y;
    editor.insertOn('Start', 'End', 'send-email', 'Reminder');
    expect(editor.paths).toEqual(['Reminder → End', 'Start → Reminder']);
    expect(editor.place('End').y).toBeGreaterThanOrEqual(before);
    const boxes = [...drawnSteps(editor.graph, 'en').values()].map(({ box }) => box);
    expect(boxes.some((a, i) => boxes.some((b, j) => i < j && touches(a, b)))).toBe(false);
  });

  it('hands the way on to what led to a step that is deleted', () => {
    const editor = new EditorDriver().insertOn('Start', 'End', 'send-email', 'Reminder').select('Reminder').remove();
    expect(editor.titles).toEqual(['End', 'Start']);
    expect(editor.paths).toEqual(['Start → End']);
    expect(editor.selected).toEqual([]);
  });

  it('replaces the path of an outcome that is connected again, and takes back its end', () => {
    const editor = new EditorDriver().draw('call', 'Call');
    editor.store.acts.endHere(editor.id('Call'), 'other', true);
    editor.connect('Call', 'other', 'End').connect('Call', 'other', 'Call');
    expect(editor.paths).toEqual(['Call (other) → Call', 'Start → End']);
    expect(editor.graph.nodes.find(({ label }) => label === 'Call')?.endsOn).toBeUndefined();
  });

  it('duplicates what is selected and selects the copy', () => {
    const editor = new EditorDriver().draw('task', 'Check').duplicate();
    expect(editor.titles).toEqual(['Check', 'Check', 'End', 'Start']);
    const [first, second] = editor.graph.nodes.filter(({ label }) => label === 'Check');
    expect(first?.id).not.toBe(second?.id);
    expect(editor.store.getState().selected).toEqual([second?.id]);
  });

  it('says when a limit of the drawing refuses an edit, and leaves the drawing as it is', () => {
    const editor = new EditorDriver();
    const before = editor.graph;
    editor.store.acts.edit({ kind: 'disconnect', edgeId: 'gone' });
    expect(editor.graph).toBe(before);
    expect(editor.store.getState().refusal).toBe('unknown-edge');
  });
});

describe('history', () => {
  it('undoes and redoes each act', () => {
    const editor = new EditorDriver().insertOn('Start', 'End', 'send-email', 'Reminder');
    editor.rest(5_000).select('Reminder').remove().undo();
    expect(editor.paths).toEqual(['Reminder → End', 'Start → Reminder']);
    editor.redo();
    expect(editor.paths).toEqual(['Start → End']);
    editor.undo().undo().undo();
    expect(editor.titles).toEqual(['End', 'Start']);
  });

  it('takes typing as one entry until the hand rests', () => {
    const editor = new EditorDriver().type('End', 'Closed').undo();
    expect(editor.titles).toEqual(['End', 'Start']);
    editor.redo().rest(2_000).type('Closed', 'Over').undo();
    expect(editor.titles).toEqual(['Closed', 'Start']);
  });

  it('takes a drag as one entry', () => {
    const editor = new EditorDriver();
    const before = editor.place('End');
    editor.drag('End', { x: 40, y: 80 });
    expect(editor.place('End')).toEqual({ x: before.x + 40, y: before.y + 80 });
    expect(editor.undo().place('End')).toEqual(before);
  });
});

describe('keyboard', () => {
  it('walks along the paths, down by the first outcome and back up', () => {
    const editor = new EditorDriver(firmScenario()).press('down');
    expect(editor.store.getState().selected).toEqual(['start']);
    expect(editor.press('down').store.getState().selected).toEqual(['age']);
    expect(editor.press('down').store.getState().selected).toEqual(['reminder-2']);
    expect(editor.press('up').store.getState().selected).not.toEqual(['reminder-2']);
  });

  it('draws a path: C, arrows, Enter', () => {
    const editor = new EditorDriver().draw('call', 'Call').select('Call');
    editor.store.acts.startConnecting();
    editor.store.acts.chooseOutcome('no-answer');
    editor.press('up');
    expect(editor.store.getState().connecting?.target).toBe(editor.id('End'));
    editor.store.acts.finishConnecting();
    expect(editor.paths).toEqual(['Call (no-answer) → End', 'Start → End']);
    expect(editor.store.getState().connecting).toBeNull();
  });
});

describe('tidying', () => {
  it.each(['fr', 'en'] as const)('puts no step of the firm scenario on another (%s)', (language) => {
    const editor = new EditorDriver(firmScenario());
    editor.store.acts.speak(language);
    editor.store.acts.tidy();
    const steps = [...drawnSteps(editor.graph, language)];
    const overlapping = steps.flatMap(([id, a], index) =>
      steps.slice(index + 1).flatMap(([other, b]) => (touches(a.box, b.box, 8) ? [`${id} ${other}`] : [])),
    );
    expect(overlapping).toEqual([]);
  });

  it('puts steps of one column exactly under each other', () => {
    const editor = new EditorDriver().insertOn('Start', 'End', 'send-email', 'Reminder');
    editor.store.acts.tidy();
    expect(new Set(editor.graph.nodes.map(({ position }) => position.x)).size).toBe(1);
    expect(boxAt({ x: 10, y: 0 }, { width: 4, height: 2 })).toEqual({ left: 8, top: 0, width: 4, height: 2 });
  });
});
