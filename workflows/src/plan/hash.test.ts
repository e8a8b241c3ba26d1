import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { planHash, sha256Hex } from './hash.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
  format: 1,
  settings: { currency: 'EUR', calendar: 'FR', timeZone: 'Europe/Paris', minimumDistanceDays: 5 },
  start: 'start',
  nodes: {
    start: { type: 'start', label: 'Départ', config: {}, next: { next: 'end' } },
    end: { type: 'end', label: 'Fin', config: { reason: 'other', ends: 'case' }, next: {} },
  },
};

test('sorts keys at every depth and keeps the order of lists', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }, null], a: undefined, A: 'é' })).toBe('{"A":"é","b":[{"c":2,"d":1},null]}');
});

test('is SHA-256', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('changes with what the plan says, not with how it is written', () => {
  const { nodes, ...rest } = plan;
  const { start, end } = nodes;
  expect(planHash({ nodes: { end, start } as Plan['nodes'], ...rest })).toBe(planHash(plan));
  expect(planHash({ ...plan, start: 'end' })).not.toBe(planHash(plan));
});
