import { expect, test } from 'vitest';
import { scenario } from './build.ts';
import { climb, migrate, MigrationError } from './migrate.ts';
import { FORMAT_VERSION } from './scenario.ts';

const graph = scenario().node('start', 'start', 'Départ').build();

test('a graph of today is read as it is', () => {
  expect(migrate(JSON.parse(JSON.stringify(graph)))).toEqual(graph);
});

test('an older one climbs step by step', () => {
  const migrations = {
    7: (old: Record<string, unknown>) => ({ ...old, path: [old['formatVersion']] }),
    8: (old: Record<string, unknown>) => ({ ...old, path: [...(old['path'] as number[]), old['formatVersion']] }),
  };
  expect(climb({ formatVersion: 7 }, migrations, 9)).toEqual({ formatVersion: 9, path: [7, 8] });
});

test.each([
  ['a newer version', { ...graph, formatVersion: FORMAT_VERSION + 1 }],
  ['a version without a way up', { ...graph, formatVersion: 0 }],
  ['no version', {}],
  ['half a version', { formatVersion: 0.5 }],
  ['no object', 'graph'],
  ['a list', []],
  ['nothing', null],
])('%s is refused', (_name, stored) => {
  expect(() => migrate(stored)).toThrow(MigrationError);
});
