import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EditorDriver } from '../testing/editor-driver.ts';
import { makeAutosave, type Save, type SaveReply } from './autosave.ts';

function setUp(...replies: SaveReply[]) {
  const editor = new EditorDriver();
  const sent: { rev: number; steps: number }[] = [];
  const waiting: ((reply: SaveReply) => void)[] = [];
  const save: Save = ({ rev, graph }) => {
    sent.push({ rev, steps: graph.nodes.length });
    const reply = replies.shift();
    return reply ? Promise.resolve(reply) : new Promise((resolve) => waiting.push(resolve));
  };
  const autosave = makeAutosave(editor.store, save);
  const stop = autosave.start();
  const answer = (reply: SaveReply) => waiting.shift()?.(reply);
  const state = () => editor.store.getState().save;
  return { editor, autosave, sent, answer, state, stop };
}

describe('autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves once, a moment after the last of several changes', async () => {
    const { editor, sent, state } = setUp({ kind: 'saved', rev: 2 });
    editor.draw('task', 'A');
    await vi.advanceTimersByTimeAsync(500);
    editor.draw('task', 'B');
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(sent).toEqual([{ rev: 1, steps: 4 }]);
    expect(state().kind).toBe('saved');
    expect(editor.store.getState().rev).toBe(2);
  });

  it('sends one request at a time, and then what was drawn meanwhile', async () => {
    const { editor, sent, answer, state } = setUp();
    editor.draw('task', 'A');
    await vi.advanceTimersByTimeAsync(900);
    editor.draw('task', 'B');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([{ rev: 1, steps: 3 }]);
    answer({ kind: 'saved', rev: 2 });
    await vi.advanceTimersByTimeAsync(900);
    expect(sent).toEqual([
      { rev: 1, steps: 3 },
      { rev: 2, steps: 4 },
    ]);
    answer({ kind: 'saved', rev: 3 });
    await vi.advanceTimersByTimeAsync(0);
    expect(state().kind).toBe('saved');
  });

  it('keeps trying while nobody answers', async () => {
    const { editor, sent, state } = setUp({ kind: 'away' }, { kind: 'away' }, { kind: 'saved', rev: 2 });
    editor.draw('task', 'A');
    await vi.advanceTimersByTimeAsync(900);
    expect(state().kind).toBe('offline');
    await vi.advanceTimersByTimeAsync(2_100);
    expect(state().kind).toBe('offline');
    await vi.advanceTimersByTimeAsync(4_100);
    expect(state().kind).toBe('saved');
    expect(sent).toHaveLength(3);
  });

  it('stops at a conflict and keeps both drawings, whichever is chosen', async () => {
    const theirs = new EditorDriver().draw('wait', 'Theirs').graph;
    const { editor, sent, state } = setUp(
      { kind: 'conflict', theirs: { rev: 7, graph: theirs } },
      { kind: 'saved', rev: 8 },
    );
    editor.draw('task', 'Mine');
    await vi.advanceTimersByTimeAsync(900);
    editor.draw('task', 'More of mine');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state().kind).toBe('conflict');
    expect(sent).toHaveLength(1);
    editor.store.acts.keepMine();
    await vi.advanceTimersByTimeAsync(900);
    expect(sent[1]).toEqual({ rev: 7, steps: 4 });
    expect(editor.undo().titles).toContain('Theirs');
  });

  it('gives one’s own drawing back by undo after taking theirs', async () => {
    const theirs = new EditorDriver().draw('wait', 'Theirs').graph;
    const { editor, state } = setUp({ kind: 'conflict', theirs: { rev: 7, graph: theirs } });
    editor.draw('task', 'Mine');
    await vi.advanceTimersByTimeAsync(900);
    editor.store.acts.takeTheirs();
    expect(editor.titles).toContain('Theirs');
    expect(state().kind).toBe('saved');
    expect(editor.undo().titles).toContain('Mine');
  });

  it('flushes before leaving and says whether all is saved', async () => {
    const { editor, autosave } = setUp({ kind: 'saved', rev: 2 }, { kind: 'away' });
    editor.draw('task', 'A');
    expect(await autosave.flush()).toBe(true);
    editor.draw('task', 'B');
    expect(await autosave.flush()).toBe(false);
  });

  it('saves what is unsaved when it is stopped', async () => {
    const { editor, sent, stop } = setUp({ kind: 'saved', rev: 2 });
    editor.draw('task', 'A');
    stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
  });

  it('follows what somebody else saved while nothing is unsaved here', () => {
    const { editor } = setUp();
    const graph = new EditorDriver().draw('wait', 'Theirs').graph;
    editor.store.acts.follow({ name: 'Ferme', rev: 4, graph, published: null });
    expect(editor.titles).toContain('Theirs');
    expect(editor.store.getState().rev).toBe(4);
  });
});
