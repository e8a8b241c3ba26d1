import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { initialConfig } from '../fields/form.ts';
import { MESSAGES } from '../messages/index.ts';
import { TEST_TEXTS } from '../scenario/support/known-texts.ts';
import type { NodeDefinition } from './define-node.ts';
import { NODES, nodeDefinition } from './index.ts';
import { outcomesOf } from './outcomes-of.ts';
import { RUNNERS } from './runners.ts';

const ALL: readonly NodeDefinition[] = NODES;
const PRODUCT_TEXTS = {
  ...TEST_TEXTS,
  templates: TEST_TEXTS.templates.map((known) => ({ ...known, id: 'reminder-1' })),
};

test('both registries know the same types', () => {
  expect(Object.keys(RUNNERS).toSorted()).toEqual(NODES.map(({ type }) => type).toSorted());
  expect(nodeDefinition('constructor')).toBeUndefined();
});

describe.each(ALL.map((node) => [node.type, node] as const))('%s', (type, node) => {
  test('its example is valid, compiles, and can be said', () => {
    expect(node.schema.safeParse(node.example).error).toBeUndefined();
    expect(node.compile(node.example, PRODUCT_TEXTS)).toBeTypeOf('object');
    expect(MESSAGES).toHaveProperty([node.summary(node.example).key]);
  });

  test('unknown members are refused', () => {
    expect(node.schema.safeParse({ ...Object(node.example), unknown: 1 }).success).toBe(false);
  });

  test('has a name and every label of its form in both languages', () => {
    const labels = Object.values(node.fields).flatMap(({ description }) => [
      description.label,
      ...(description.hint === null ? [] : [description.hint]),
      ...('options' in description ? description.options.map(({ label }) => label) : []),
      ...('units' in description ? description.units.map(({ label }) => label) : []),
      ...('operators' in description ? description.operators.map(({ label }) => label) : []),
      ...('fieldTypes' in description ? description.fieldTypes.map(({ label }) => label) : []),
    ]);
    const outcomes = node.outcomes.map(({ label }) => label);
    for (const key of [`node.${type}.name`, `node.${type}.help`, `phase.${node.phase}`, ...labels, ...outcomes]) {
      expect(MESSAGES).toHaveProperty([key]);
    }
  });

  test('its schema can be published as JSON Schema, its form is plain data', () => {
    expect(z.toJSONSchema(node.schema, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
    const descriptions = Object.values(node.fields).map(({ description }) => description);
    expect(JSON.parse(JSON.stringify(descriptions))).toEqual(descriptions);
  });

  test('a config of the wrong shape is incomplete, not a failure', () => {
    expect(node.summary('nonsense')).toEqual({ key: 'summary.incomplete' });
    expect(node.answers(null)).toEqual([]);
    expect(() => outcomesOf(node, { outcomes: [null, 1, { id: 2 }], branches: 'x' })).not.toThrow();
    expect(initialConfig(node.fields)).toBeTypeOf('object');
  });
});

test('labels of the call’s own forms are in the catalogue', () => {
  const call = ALL.find(({ type }) => type === 'call');
  const fields = call?.answers({ script: 'first-call' }) ?? [];
  expect(fields.map(({ id }) => id)).toEqual(['date', 'amount', 'date', 'means', 'reason', 'amount']);
  for (const { id, options = [] } of fields) {
    expect(MESSAGES).toHaveProperty([`form.${id}`]);
    for (const { label } of options) expect(MESSAGES).toHaveProperty([label]);
  }
});
