import { applyEdit, firmScenario } from '@relance/workflows/scenario';
import { describe, expect, it } from 'vitest';
import { changesBetween, isChangedAtAll } from './changes.ts';

const published = firmScenario();
const changes = (...edits: Parameters<typeof applyEdit>[1][]) =>
  changesBetween(published, edits.reduce(applyEdit, published));

describe('changesBetween', () => {
  it('finds nothing in a drawing that was only moved', () => {
    const moved = changes({ kind: 'move-nodes', positions: { call: { x: 0, y: 0 } } });
    expect(isChangedAtAll(moved)).toBe(false);
  });
  it('names steps that were added, removed, changed, and whose way on changed', () => {
    const node = { id: 'new', type: 'wait', label: 'New', config: {}, position: { x: 0, y: 0 } };
    expect(
      changes(
        { kind: 'add-node', node },
        { kind: 'remove-node', nodeId: 'last-call' },
        { kind: 'rename-node', nodeId: 'call', label: 'Other' },
        { kind: 'set-config', nodeId: 'call', config: { script: 'broken-promise' } },
        { kind: 'connect', edge: { id: 'x', from: 'reminder-1', outcome: 'next', to: 'new' } },
      ),
    ).toEqual({
      added: ['new'],
      removed: ['last-call'],
      changed: ['call'],
      rerouted: ['reminder-1', 'wait-last-call'],
      settings: false,
    });
  });
  it('sees settings', () => {
    const settings = { ...published.settings, minimumDistanceDays: 9 };
    expect(changes({ kind: 'set-settings', settings })).toMatchObject({ settings: true, changed: [] });
  });
});
