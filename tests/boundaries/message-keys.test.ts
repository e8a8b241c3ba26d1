import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MESSAGES } from '@relance/workflows/messages';
import { expect, test } from 'vitest';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['workflows/src', 'db/src', 'worker/src', 'api/src'];
const FAMILIES = [...new Set(Object.keys(MESSAGES).map((key) => key.split('.')[0] ?? ''))];
const NAMED = new RegExp(`'((?:${FAMILIES.join('|')})\\.[a-z][\\w.-]*)'`, 'g');

async function sources(folder: string): Promise<string[]> {
  const files = await readdir(path.join(CHECKOUT, folder), { recursive: true });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));
}

/** A key that the catalogue lacks is shown as itself, which nobody would notice but the reader. */
test('every message that is named somewhere exists, in both languages', async () => {
  const missing: string[] = [];
  let named = 0;
  for (const file of (await Promise.all(FOLDERS.map(sources))).flat()) {
    for (const [, key = ''] of (await readFile(path.join(CHECKOUT, file), 'utf8')).matchAll(NAMED)) {
      named += 1;
      if (!Object.hasOwn(MESSAGES, key)) missing.push(`${file}: ${key}`);
    }
  }
  expect(named).toBeGreaterThan(200);
  expect(missing).toEqual([]);
  for (const [key, { fr, en }] of Object.entries(MESSAGES)) {
    for (const wording of [fr, en]) {
      const texts = typeof wording === 'string' ? [wording] : [wording.one, wording.other];
      expect(
        texts.every((text) => text.trim() !== ''),
        key,
      ).toBe(true);
    }
  }
});
