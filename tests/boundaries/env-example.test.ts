import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (file: string) => readFile(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
const PROGRAMS = [
  'scripts/supervisor/env.ts',
  'scripts/temporal/find-binary.ts',
  'scripts/chromium.ts',
  'api/src/env.ts',
  'worker/src/env.ts',
  'worker/src/seed/env.ts',
];

/** What the supervisor makes for its programs; nobody sets these. */
const OWN = /^RELANCE_(DB_\w+_URL|AUTH_SECRET)$/;

const namesIn = (text: string) => new Set(text.match(/\b(?:RELANCE|TEMPORAL)_[A-Z_]+\b|\b(?:DATABASE|SMTP)_URL\b/g));

test('every variable that a program reads is explained in .env.example, and no other', async () => {
  const explained = namesIn(await read('.env.example'));
  const used = new Set((await Promise.all(PROGRAMS.map(read))).flatMap((text) => [...namesIn(text)]));
  const asked = [...used].filter((name) => !OWN.test(name));
  // Temporal's own variables are Temporal's to explain, but for the two that everybody needs
  expect(asked.filter((name) => !explained.has(name) && !name.startsWith('TEMPORAL_'))).toEqual([]);
  expect([...explained].filter((name) => !used.has(name))).toEqual([]);
});
