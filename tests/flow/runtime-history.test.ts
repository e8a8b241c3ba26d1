import { inOrganisation } from '@relance/db';
import { poke, setSpeed } from '@relance/db/queries';
import { workflowId, type WorkflowKind } from '@relance/workflows/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waits } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { ownTemporal, type OwnTemporal } from '../drivers/temporal-server.ts';
import { until } from '../drivers/until.ts';
import { startWorker, type RunningWorker } from '../drivers/worker.ts';
import { openWorld, type World } from '../drivers/world.ts';

let world: World;
let temporal: OwnTemporal;
let worker: RunningWorker;

beforeAll(async () => {
  [world, temporal] = await Promise.all([openWorld(), ownTemporal('limit.historyCount.suggestContinueAsNew=60')]);
  await temporal.start();
  worker = await startWorker(world, temporal, { sweeper: null });
});

afterAll(async () => {
  await worker.stop();
  await Promise.all([world.close(), temporal.remove()]);
});

async function enrolOne(now: string, days: number): Promise<{ sandbox: Sandbox; id: string }> {
  const sandbox = await makeSandbox(world, now);
  const version = await publish(world, sandbox, waits(days));
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    invoices: [{ number: 'F1', dueDate: '2026-03-01', amount: 100 }],
  });
  const [id = ''] = await enrol(world, sandbox, version, invoices);
  await until('the first step', async () => (await readEnrolment(world, sandbox, id)).seq > 0);
  return { sandbox, id };
}

/** How often each type of event stands in a run's history. */
async function count(kind: WorkflowKind, id: string): Promise<Record<string, number>> {
  const { events } = await worker.client.workflow.getHandle(workflowId(kind, id)).fetchHistory();
  const counts: Record<string, number> = { all: events?.length ?? 0 };
  for (const event of events ?? []) {
    const [type = 'none'] = Object.keys(event).filter((key) => key.endsWith('EventAttributes'));
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

const pokeIt = ({ organisationId }: Sandbox, id: string) =>
  inOrganisation(world.deps.app, organisationId, (tx) => poke(tx, organisationId, 'enrolment', [id]));

test('a case costs what its wakes cost: 2 + 4w + S + 2T events', async () => {
  const { sandbox, id } = await enrolOne('2026-03-02T08:00:00.000Z', 3);
  // a day in two seconds: its timers are real ones
  await inOrganisation(world.deps.app, sandbox.organisationId, (tx) => setSpeed(tx, sandbox.organisationId, 43_200));
  await until('the end', async () => (await readEnrolment(world, sandbox, id)).status === 'ended');
  const handle = worker.client.workflow.getHandle(workflowId('enrolment', id));
  await handle.result();
  const counts = await count('enrolment', id);
  const pokes = counts['workflowExecutionSignaledEventAttributes'] ?? 0;
  const armed = counts['timerStartedEventAttributes'] ?? 0;
  const fired = counts['timerFiredEventAttributes'] ?? 0;
  const wakes = counts['workflowTaskCompletedEventAttributes'] ?? 0;
  expect(pokes).toBe(2);
  expect(fired).toBe(3);
  expect(armed).toBe(3);
  expect(wakes).toBeLessThanOrEqual(pokes + fired);
  expect(counts['markerRecordedEventAttributes']).toBe(wakes);
  expect(counts['all']).toBe(2 + 4 * wakes + pokes + 2 * armed);
});

test('a long history goes on in a new run, with the same input and nothing lost', async () => {
  const { sandbox, id } = await enrolOne('2026-03-02T08:00:00.000Z', 1);
  const first = (await readEnrolment(world, sandbox, id)).runId;
  for (let index = 0; index < 30; index += 1) {
    await pokeIt(sandbox, id);
    const before = await worker.client.workflow.getHandle(workflowId('enrolment', id)).describe();
    await until('the poke', async () => {
      const now = await worker.client.workflow.getHandle(workflowId('enrolment', id)).describe();
      return now.runId !== before.runId || now.historyLength > before.historyLength;
    });
    if ((await readEnrolment(world, sandbox, id)).runId !== first) break;
  }
  const { runId, seq, incidentCode } = await until('a new run', async () => {
    const row = await readEnrolment(world, sandbox, id);
    return row.runId !== first && row;
  });
  expect({ seq, incidentCode }).toEqual({ seq: 1, incidentCode: null });
  const old = await worker.client.workflow.getHandle(workflowId('enrolment', id), first ?? '').describe();
  expect(old.status.name).toBe('CONTINUED_AS_NEW');
  const now = await worker.client.workflow.getHandle(workflowId('enrolment', id)).describe();
  expect(now).toMatchObject({ runId, status: { name: 'RUNNING' } });
});

test('timers and steps say what a case waits for', async () => {
  const { sandbox, id } = await enrolOne('2026-03-02T08:00:00.000Z', 1);
  await inOrganisation(world.deps.app, sandbox.organisationId, (tx) => setSpeed(tx, sandbox.organisationId, 1));
  const summaries = await until('a timer', async () => {
    const { events } = await worker.client.workflow.getHandle(workflowId('enrolment', id)).fetchHistory();
    const timer = events?.find((event) => event.timerStartedEventAttributes);
    if (!timer) return null;
    const step = events?.findLast((event) => event.markerRecordedEventAttributes);
    return [timer, step].map((event) => Buffer.from(event?.userMetadata?.summary?.data ?? '').toString());
  });
  expect(summaries[0]).toBe('"wait1 (wait) time until 2026-03-03T08:00:00.000Z"');
  expect(summaries[1]).toContain('wait1 (wait)');
});

test('the clock of a sandbox made ten seconds before a wait’s time reaches it in real time', async () => {
  const sandbox = await makeSandbox(world, '2026-03-03T07:59:50.000Z');
  await inOrganisation(world.deps.app, sandbox.organisationId, (tx) => setSpeed(tx, sandbox.organisationId, 1));
  const begun = Date.now();
  const version = await publish(world, sandbox, waits(1));
  const invoices = await owe(world, sandbox, {
    name: 'Beta',
    invoices: [{ number: 'F2', dueDate: '2026-03-01', amount: 100 }],
  });
  const [id = ''] = await enrol(world, sandbox, version, invoices);
  await until('the first step', async () => (await readEnrolment(world, sandbox, id)).seq > 0);
  const { wakeAt } = await readEnrolment(world, sandbox, id);
  expect(wakeAt).toBe('2026-03-03T08:00:00.000Z');
  await until('the end', async () => (await readEnrolment(world, sandbox, id)).status === 'ended', 20_000);
  expect(Date.now() - begun).toBeGreaterThan(9_000);
});
