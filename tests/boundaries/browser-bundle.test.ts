import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test, vi } from 'vitest';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

let chunks: Rolldown.OutputChunk[];
let modules: string[];

beforeAll(async () => {
  // as it is built for `npm start`
  vi.stubEnv('NODE_ENV', 'production');
  const root = path.join(checkout, 'designer');
  const built = await build({ root, logLevel: 'silent', build: { write: false } });
  vi.unstubAllEnvs();
  if (!('output' in built)) throw new Error('one build, of which the output is in memory, was asked for');
  chunks = built.output.filter((file) => file.type === 'chunk');
  modules = [...new Set(chunks.flatMap(({ moduleIds }) => moduleIds))].map((id) => path.relative(checkout, id));
}, 60_000);

describe('the browser bundle', () => {
  test('is the application', () => {
    expect(modules).toContain('designer/src/app.tsx');
    expect(modules.some((id) => id.startsWith('workflows/src/lint/'))).toBe(true);
  });

  test.each(['@temporalio', 'protobufjs', 'drizzle-orm', 'pg', 'date-holidays', 'fastify', 'nodemailer', 'pino'])(
    'holds no %s',
    (name) => {
      expect(modules.filter((id) => id.includes(`node_modules/${name}/`))).toEqual([]);
    },
  );

  test.each(['api', 'db', 'worker', 'workflows/src/runtime'])('holds nothing of %s', (folder) => {
    expect(modules.filter((id) => id.startsWith(`${folder}/`))).toEqual([]);
  });

  test('holds no Node built-in', () => {
    // what a built-in is replaced by, and what is left to be found at run time
    expect(modules.filter((id) => id.includes('__vite-browser-external') || id.startsWith('node:'))).toEqual([]);
    const files = new Set(chunks.map(({ fileName }) => fileName));
    expect(chunks.flatMap(({ imports }) => imports).filter((name) => !files.has(name))).toEqual([]);
  });

  // Every visit waits for these; what one page alone needs comes with that page.
  test.each([
    { what: 'the entry itself', budget: 24, count: (entry: Rolldown.OutputChunk) => [entry] },
    { what: 'all that the first page waits for', budget: 260, count: withImports },
  ])('keeps $what within $budget kB compressed', ({ budget, count }) => {
    const entry = chunks.find(({ isEntry }) => isEntry);
    const bytes = (entry ? count(entry) : []).map(({ code }) => gzipSync(code).length);
    const kilobytes = bytes.reduce((sum, each) => sum + each, 0) / 1_000;
    expect(kilobytes).toBeGreaterThan(budget / 2);
    expect(kilobytes).toBeLessThanOrEqual(budget);
  });
});

/** A chunk and all that it imports before it runs. */
function withImports(entry: Rolldown.OutputChunk): Rolldown.OutputChunk[] {
  const found = new Set([entry]);
  // a set also visits what is added meanwhile
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}
