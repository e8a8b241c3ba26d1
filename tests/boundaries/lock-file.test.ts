import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Locked {
  version?: string;
  link?: boolean;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const text = await readFile(path.join(checkout, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
const entries = Object.entries(packages).map(([place, locked]) => ({ place, name: nameOf(place), ...locked }));

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where Node would find a package from a place in the tree. */
function resolve(from: string, name: string): Locked | undefined {
  const found = packages[from ? `${from}/node_modules/${name}` : `node_modules/${name}`];
  if (found || from === '') return found;
  const nested = from.lastIndexOf('/node_modules/');
  return resolve(nested < 0 ? '' : from.slice(0, nested), name);
}

test('one copy of protobufjs 8, else Temporal histories cannot be read back', () => {
  const copies = entries.filter(({ place, name }) => place.includes('node_modules/') && name === 'protobufjs');
  expect(copies.map(({ place }) => place)).toEqual(['node_modules/protobufjs']);
  expect(copies[0]?.version).toMatch(/^8\./);
});

test.each(['@trpc/', '@temporalio/'])('all of %s at one exact version', (scope) => {
  const versions = entries.filter(({ name, link }) => name.startsWith(scope) && !link).map(({ version }) => version);
  expect(versions.length).toBeGreaterThan(1);
  expect([...new Set(versions)]).toHaveLength(1);
});

test('the binaries of every platform are in the lock file, with their hashes', () => {
  const wanted = entries.flatMap(({ place, optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}).map((name) => ({ place, name, found: resolve(place, name) })),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter(({ found }) => !found?.integrity)).toEqual([]);
});
