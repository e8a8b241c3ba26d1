import { inOrganisation } from '@relance/db';
import { audit, contact, enrolment } from '@relance/db/schema';
import { scenario } from '@relance/workflows/scenario';
import { workflowId } from '@relance/workflows/contract';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askToAdvance, enrol, makeSandbox, owe, publish } from '../drivers/sandbox.ts';
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

const graph = scenario()
  .node('start', 'start', 'Entrée')
  .node('wait', 'wait', 'J+5', { amount: 5, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' })
  .node('mail', 'send-email', 'Relance 1', { template: 'reminder-1' })
  .node('call', 'call', 'Appel', { script: 'first-call', dueIn: { amount: 2, unit: 'business-day' } })
  .node('end', 'end', 'Fin', { reason: 'other' })
  .path('start', 'wait', 'mail', 'call')
  .edges('call', ['promised', 'paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number', 'other'], 'end')
  .build();

test('an enrolled invoice takes its first step by itself, and goes on as the clock is advanced', async () => {
  const sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
  const version = await publish(world, sandbox, graph);
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    invoices: [{ number: 'F1', dueDate: '2026-03-01', amount: 120_000 }],
  });
  const [id = ''] = await enrol(world, sandbox, version, invoices);
  const read = () =>
    inOrganisation(world.deps.app, sandbox.organisationId, async (tx) => {
      const [row] = await tx.select().from(enrolment).where(eq(enrolment.id, id));
      return row;
    });

  const waiting = await until('the first step', async () => {
    const row = await read();
    return row && row.seq > 0 && row;
  });
  expect(waiting).toMatchObject({ seq: 1, status: 'live', wakeAt: '2026-03-06T08:00:00.000Z' });
  const run = await worker.client.workflow.getHandle(workflowId('enrolment', id)).describe();
  expect(run.status.name).toBe('RUNNING');
  expect(waiting.runId).toBe(run.runId);

  await askToAdvance(world, sandbox, '2026-03-06T12:00:00.000Z');
  const called = await until('the call', async () => {
    const row = await read();
    return row?.state?.tokens[0]?.nodeId === 'call' && row;
  });
  expect(called.incidentCode).toBeNull();
  const [sent] = await inOrganisation(world.deps.app, sandbox.organisationId, (tx) => tx.select().from(contact));
  expect(sent).toMatchObject({ status: 'sent' });
  const lines = await inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
    tx.select({ kind: audit.kind }).from(audit).where(eq(audit.enrolmentId, id)).orderBy(asc(audit.id)),
  );
  expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['enrolled', 'contact-planned', 'task-opened']));
});
