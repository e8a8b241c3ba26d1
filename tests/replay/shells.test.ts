import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inOrganisation } from '@relance/db';
import { createImport, setSpeed } from '@relance/db/queries';
import { workflowBundle } from '@relance/worker/testing';
import { workflowId, type WorkflowKind } from '@relance/workflows/contract';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAdvance, enrol, makeSandbox, owe, publish, readEnrolment } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import { BUNDLES, startWorker } from '../drivers/worker.ts';
import { openWorld } from '../drivers/world.ts';
import { testTemporal } from '../setup/temporal.ts';

const HISTORIES = fileURLToPath(new URL('./histories/', import.meta.url));

async function replay(json: string, id: string): Promise<void> {
  const codePath = await workflowBundle(BUNDLES);
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, historyFromJSON(JSON.parse(json)), id);
}

/** Histories of released shells stay there for ever: a run begun years ago must be able to go on under today's. */
test('every recorded history replays', async () => {
  const files = (await readdir(HISTORIES)).filter((name) => name.endsWith('.json'));
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const name of files) await replay(await readFile(path.join(HISTORIES, name), 'utf8'), name);
});

/** What a history carries: everything that was given, answered or said of itself, decoded. */
function payloadsOf(json: string): unknown[] {
  const payloads: unknown[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (value === null || typeof value !== 'object') return;
    const { data, metadata } = value as { data?: unknown; metadata?: unknown };
    if (typeof data === 'string' && metadata) {
      const text = Buffer.from(data, 'base64').toString();
      payloads.push(text === '' ? null : JSON.parse(text));
    }
    Object.values(value).forEach(visit);
  };
  visit(JSON.parse(json));
  return payloads;
}

/** Ids, instants, delays and the words of the drawing's own shape: nothing that a person or a ledger is known by. */
function expectNothingPersonal(history: string): void {
  const payloads = payloadsOf(history);
  expect(payloads.length).toBeGreaterThan(2);
  const ours = ['organisationId', 'id', 'first', 'done', 'wakeInMs', 'summary', 'deliver', 'away'];
  const marker = [
    'seq',
    'attempt',
    'activity_id',
    'activity_type',
    'complete_time',
    'backoff',
    'original_schedule_time',
  ];
  const known = new Set([...ours, ...marker]);
  for (const payload of payloads) {
    if (payload === null || typeof payload !== 'object') continue;
    expect(Object.keys(payload).filter((name) => !known.has(name) && !/^\d+$/.test(name))).toEqual([]);
  }
  const text = JSON.stringify(payloads);
  for (const secret of ['Alpha', 'debtor.example', 'Compta', 'F1', 'Relance 1', 'Appel', 'debtors.csv', 'Essai']) {
    expect(text).not.toContain(secret);
  }
}

/** `RELANCE_RECORD=1` keeps them, beside those of earlier shells. */
test('histories of today replay, and carry ids alone', async () => {
  const world = await openWorld();
  const worker = await startWorker(world, await testTemporal());
  try {
    const sandbox = await makeSandbox(world, '2026-03-06T07:59:58.000Z');
    const version = await publish(world, sandbox, reminderThenCall());
    const invoices = await owe(world, sandbox, {
      name: 'Alpha',
      invoices: [{ number: 'F1', dueDate: '2026-03-01', amount: 120_000 }],
    });
    const [id = ''] = await enrol(world, sandbox, version, invoices);
    await until('the first step', async () => (await readEnrolment(world, sandbox, id)).seq > 0);
    const atSpeed = (speed: number) =>
      inOrganisation(world.deps.app, sandbox.organisationId, (tx) => setSpeed(tx, sandbox.organisationId, speed));
    await atSpeed(600);
    await until('the call', async () => (await readEnrolment(world, sandbox, id)).state?.tokens[0]?.nodeId === 'call');
    await atSpeed(0);
    await askToAdvance(world, sandbox, '2026-03-09T00:00:00.000Z');
    const { debtorId } = await readEnrolment(world, sandbox, id);
    const importId = await inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
      createImport(tx, sandbox.organisationId, {
        kind: 'debtors',
        filename: 'debtors.csv',
        bytes: Buffer.from('debtorRef;debtorName\nC1;Alpha\n'),
        createdBy: 'user:1',
        at: '2026-03-06T08:00:00.000Z',
      }),
    );
    const rows: [WorkflowKind, string][] = [
      ['organisation', sandbox.organisationId],
      ['import', importId],
      ['debtor', debtorId],
      ['enrolment', id],
    ];
    for (const [kind, row] of rows) {
      const handle = worker.client.workflow.getHandle(workflowId(kind, row));
      await until('its run', () => handle.describe().catch(() => null));
      if (kind === 'organisation' || kind === 'import') await handle.result();
      const history = historyToJSON(await handle.fetchHistory());
      await replay(history, workflowId(kind, row));
      expectNothingPersonal(history);
      if (process.env.RELANCE_RECORD) await keep(kind, history);
    }
  } finally {
    await worker.stop();
    await world.close();
  }
});

async function keep(kind: WorkflowKind, history: string): Promise<void> {
  await mkdir(HISTORIES, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  // who ran it is nobody's concern
  const text = history.replaceAll(os.hostname(), 'host').replaceAll(/\d+@host/g, 'worker@host');
  await writeFile(path.join(HISTORIES, `${kind}-${day}.json`), `${text}\n`);
}
