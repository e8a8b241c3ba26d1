import { nodeDefinition } from '@relance/workflows/nodes';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { TooltipProvider } from '../ui/index.ts';
import { FieldInput } from './field-input.tsx';
import { type FieldScene, FieldSceneContext } from './field-scene.ts';

const scene: FieldScene = {
  currency: 'EUR',
  facts: [
    { id: 'invoice.balance', label: 'Balance', type: 'money' },
    { id: 'invoice.daysOverdue', label: 'Days overdue', type: 'number' },
  ],
  anchors: [],
  templates: [{ id: 'reminder-1', label: 'First reminder', detail: '', previews: [] }],
  scripts: [],
  findingAt: () => undefined,
  findingUnder: () => undefined,
  exampleOf: () => undefined,
};

/** The input of one member of a node type's config; returns what the config would hold. */
function open(type: string, name: string, start: unknown, over: Partial<FieldScene> = {}): () => unknown {
  const description = nodeDefinition(type)?.fields[name]?.description;
  if (description === undefined) throw new Error(`${type} has no ${name}`);
  const known = description;
  let kept = start;
  function Form() {
    const [value, setValue] = useState(start);
    kept = value;
    return <FieldInput name={name} description={known} value={value} onChange={setValue} />;
  }
  render(
    <TooltipProvider>
      <FieldSceneContext value={{ ...scene, ...over }}>
        <Form />
      </FieldSceneContext>
    </TooltipProvider>,
  );
  return () => kept;
}

const type = (label: string | RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

beforeAll(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  return changeLanguage('en');
});

describe('inputs drawn from field descriptions', () => {
  it('number: digits only, never above the limit, empty leaves it out', () => {
    const value = open('wait', 'amount', 5);
    type('Length', '12 days');
    expect(value()).toBe(12);
    type('Length', '99999');
    expect(value()).toBe(3650);
    type('Length', '');
    expect(value()).toBeUndefined();
  });

  it('delay: amount and unit', () => {
    const value = open('call', 'dueIn', { amount: 2, unit: 'business-day' });
    type('To make within', '4');
    expect(value()).toEqual({ amount: 4, unit: 'business-day' });
    type('To make within', '');
    expect(value()).toBeUndefined();
  });

  it('time: as people type it; what cannot be read stays and is said', () => {
    const value = open('wait', 'time', '09:00');
    type('Time of day', '14h30');
    expect(value()).toBe('14:30');
    type('Time of day', 'noon');
    expect(value()).toBe('14:30');
    expect(screen.getByRole('alert').textContent).toContain('Not a time');
  });

  it('boolean: no is left out', () => {
    const value = open('call', 'branchWhenOverdue', undefined);
    fireEvent.click(screen.getByRole('switch'));
    expect(value()).toBe(true);
    fireEvent.click(screen.getByRole('switch'));
    expect(value()).toBeUndefined();
  });

  it('several choices: in the order of the list, the last one stays', () => {
    const value = open('send-email', 'recipients', ['accounting']);
    fireEvent.click(screen.getByLabelText('Billing'));
    expect(value()).toEqual(['billing', 'accounting']);
    fireEvent.click(screen.getByLabelText('Accounting'));
    fireEvent.click(screen.getByLabelText('Billing'));
    expect(value()).toEqual(['billing']);
  });

  it('text: a needed one may be emptied, and the finding is said under it', () => {
    const value = open('task', 'title', 'Check', { findingUnder: () => 'To be filled in.' });
    type('Title', '');
    expect(value()).toBe('');
    expect(screen.getByRole('alert').textContent).toBe('To be filled in.');
  });

  it('outcomes: added, named, moved, with what they ask for', () => {
    const value = open('task', 'outcomes', [{ id: 'done', label: 'Done', fields: [] }]);
    fireEvent.click(screen.getByRole('button', { name: 'Add an outcome' }));
    fireEvent.change(screen.getAllByLabelText('Name of the outcome')[1] ?? document.body, {
      target: { value: 'Later' },
    });
    fireEvent.click(screen.getAllByRole('button', { name: 'Move up' })[1] ?? document.body);
    fireEvent.click(screen.getAllByRole('button', { name: 'Ask for a detail' })[0] ?? document.body);
    fireEvent.click(screen.getByLabelText('Required'));
    expect(value()).toMatchObject([
      { label: 'Later', fields: [{ type: 'text', required: true, label: 'Detail' }] },
      { id: 'done', label: 'Done' },
    ]);
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove the outcome' })[0] ?? document.body);
    expect(value()).toEqual([{ id: 'done', label: 'Done', fields: [] }]);
  });

  it('conditions: a second one makes a group, removing it leaves the first alone', () => {
    const first = { fact: 'invoice.daysOverdue', op: '>=', value: 8 };
    const value = open('decision', 'branches', [{ id: 'late', label: 'Late', when: first }]);
    fireEvent.click(screen.getByRole('button', { name: 'Add a condition' }));
    expect(value()).toMatchObject([{ when: { all: [first, { fact: 'invoice.balance', op: '>=' }] } }]);
    fireEvent.click(screen.getByText('At least one'));
    expect(value()).toMatchObject([{ when: { any: [first, {}] } }]);
    fireEvent.change(screen.getAllByRole('textbox', { name: 'Value' })[0] ?? document.body, {
      target: { value: '30' },
    });
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove the condition' })[1] ?? document.body);
    expect(value()).toMatchObject([{ id: 'late', label: 'Late', when: { ...first, value: 30 } }]);
  });
});
