import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { testFolder } from '../setup/test-folder.ts';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const OXLINT = path.join(CHECKOUT, 'node_modules/oxlint/bin/oxlint');

/** A file of each part, what it imports, and the reason for which that is refused; null: it may. */
const IMPORTS: [file: string, imported: string, reason: string | null][] = [
  ['workflows/src/engine/a.ts', '@temporalio/workflow', 'the engine is pure'],
  ['workflows/src/engine/b.ts', '@temporalio/client', 'the engine is pure'],
  ['workflows/src/engine/c.ts', '../runtime/pokes.ts', 'the engine is pure'],
  ['workflows/src/lint/d.ts', 'node:fs', 'workflows is pure'],
  ['workflows/src/nodes/e.ts', 'date-holidays', 'workflows is pure'],
  ['workflows/src/nodes/v.ts', 'drizzle-orm/pg-core', 'workflows is pure'],
  ['workflows/src/plan/w.ts', '@relance/db/queries', 'workflows imports nothing of ours'],
  ['workflows/src/runtime/x.ts', 'zod/v4', 'the shells alone'],
  ['designer/src/cases/y.ts', 'drizzle-orm/pg-core', 'nothing of the server'],
  ['db/src/queries/z.ts', '@temporalio/common/lib/proto-utils', 'db remembers'],
  ['workflows/src/plan/f.ts', '@relance/db', 'workflows imports nothing of ours'],
  ['workflows/src/runtime/g.ts', 'zod', 'the shells alone'],
  ['workflows/src/runtime/h.ts', '@temporalio/workflow', null],
  ['db/src/queries/i.ts', '@relance/worker/step', 'db remembers'],
  ['db/src/queries/j.ts', '@temporalio/client', 'db remembers'],
  ['db/src/queries/k.ts', '@relance/workflows/plan', null],
  ['worker/src/step/l.ts', '@relance/api', 'workflows and db only'],
  ['worker/src/step/m.ts', '@temporalio/client', null],
  ['api/src/services/n.ts', '@relance/worker/step', 'the pure doors of workflows, and db'],
  ['api/src/services/o.ts', '@temporalio/client', 'the pure doors of workflows, and db'],
  ['api/src/services/p.ts', '@relance/workflows/runtime', 'the pure doors of workflows only'],
  ['api/src/services/q.ts', '@relance/workflows/engine', null],
  ['designer/src/cases/r.ts', '@relance/db/queries', 'nothing of the server'],
  ['designer/src/cases/s.ts', 'node:path', 'nothing of the server'],
  ['designer/src/cases/t.ts', '@relance/workflows/runtime', 'the pure doors of workflows only'],
  ['designer/src/cases/u.ts', '@relance/workflows/lint', null],
];

interface Report {
  diagnostics: { filename: string; code: string; severity: string; message: string; help?: string }[];
}

let report: Report;
beforeAll(async () => {
  const folder = await testFolder('imports');
  await copyFile(path.join(CHECKOUT, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
  for (const [file, imported] of IMPORTS) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), `import { it } from '${imported}';\nexport const them = [it];\n`);
  }
  report = await new Promise<Report>((resolve, reject) => {
    execFile(process.execPath, [OXLINT, '--format', 'json'], { cwd: folder }, (error, stdout) => {
      // it ends with 1 because it found what it was to find
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Report);
      else reject(error ?? new Error('oxlint said nothing'));
    });
  });
});

test.each(IMPORTS)('%s importing %s', (file, _imported, reason) => {
  const found = report.diagnostics.filter(
    ({ filename, code }) => filename === file && /no-restricted-imports/.test(code),
  );
  if (reason === null) return expect(found).toEqual([]);
  expect(found).toMatchObject([{ severity: 'error' }]);
  expect(`${found[0]?.message} ${found[0]?.help}`).toContain(reason);
});
