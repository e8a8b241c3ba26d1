import { inOrganisation } from '@relance/db';
import { audit, contact } from '@relance/db/schema';
import { workflowId } from '@relance/workflows/contract';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAdvance, enrol, makeSandbox, owe, publish, readEnrolment } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import { startWorker, type RunningWorker } from '../drivers/worker.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { testTemporal } from '../setup/temporal.ts';

let world: World;
let worker: RunningWorker;

beforeAll(async () => {
  world = await openWorld();
  worker = await startWorker(world, await testTemporal());
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

test('an enrolled invoice takes its first step by itself, and goes on as the clock is advanced', async () => {
  const sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
  const version = await publish(world, sandbox, reminderThenCall());
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    invoices: [{ number: 'F1', dueDate: '2026-03-01', amount: 120_000 }],
  });
  const [id = ''] = await enrol(world, sandbox, version, invoices);
  const read = () => readEnrolment(world, sandbox, id);

  const waiting = await until('the first step', async () => {
    const row = await read();
    return row.seq > 0 && row;
  });
  expect(waiting).toMatchObject({ seq: 1, status: 'live', wakeAt: '2026-03-06T08:00:00.000Z' });
  const run = await worker.client.workflow.getHandle(workflowId('enrolment', id)).describe();
  expect(run.status.name).toBe('RUNNING');
  expect(waiting.runId).toBe(run.runId);

  await askToAdvance(world, sandbox, '2026-03-06T12:00:00.000Z');
  const called = await until('the call', async () => {
    const row = await read();
    return row.state?.tokens[0]?.nodeId === 'call' && row;
  });
  expect(called.incidentCode).toBeNull();
  const [sent] = await inOrganisation(world.deps.app, sandbox.organisationId, (tx) => tx.select().from(contact));
  expect(sent).toMatchObject({ status: 'sent' });
  const lines = await inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
    tx.select({ kind: audit.kind }).from(audit).where(eq(audit.enrolmentId, id)).orderBy(asc(audit.id)),
  );
  expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['enrolled', 'contact-planned', 'task-opened']));
});
