import { expect, test } from 'vitest';
import { newId } from './ids.ts';
import { nodeSchema } from './scenario.ts';

test('ids are fresh, readable and right for a node', () => {
  const ids = Array.from({ length: 1000 }, () => newId('send-email'));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(nodeSchema.shape.id.safeParse(id).success).toBe(true);
});

test('the source of chance can be given', () => {
  expect(newId('call', (bytes) => bytes.fill(33))).toBe('call-1111111111');
});
