import { setTimeout as sleep } from 'node:timers/promises';
import { inOrganisation } from '@relance/db';
import { recordEvents } from '@relance/db/queries';
import { clock, outbox } from '@relance/db/schema';
import { workflowId } from '@relance/workflows/contract';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waits } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { ownTemporal, type OwnTemporal } from '../drivers/temporal-server.ts';
import { until } from '../drivers/until.ts';
import { startWorker, type RunningWorker } from '../drivers/worker.ts';
import { openWorld, type World } from '../drivers/world.ts';

// what takes minutes in production takes seconds here
const HASTY = { everyMs: 300, graceMs: 1_000, againMs: 3_000, longestMs: 10_000 };

let world: World;
let temporal: OwnTemporal;
let worker: RunningWorker;
let sandbox: Sandbox;

beforeEach(async () => {
  [world, temporal] = await Promise.all([openWorld(), ownTemporal()]);
  sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
});

afterEach(async () => {
  await worker.stop();
  await Promise.all([world.close(), temporal.remove()]);
});

async function enrolSome(count: number): Promise<string[]> {
  const version = await publish(world, sandbox, waits(3));
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    invoices: Array.from({ length: count }, (_, index) => ({
      number: `F${index}`,
      dueDate: '2026-03-01',
      amount: 100,
    })),
  });
  return enrol(world, sandbox, version, invoices);
}

const allAt = (ids: string[], seq: number) =>
  until(`step ${seq} of all`, async () => {
    const rows = await Promise.all(ids.map((id) => readEnrolment(world, sandbox, id)));
    return rows.every((row) => row.seq >= seq) && rows;
  });

/** Lets the organisation's time pass without poking anybody. */
const setClock = (anchorOrg: string) =>
  inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
    tx.update(clock).set({ anchorOrg }).where(eq(clock.orgId, sandbox.organisationId)),
  );

const record = (enrolmentId: string, kind: 'held' | 'resumed') =>
  inOrganisation(world.deps.app, sandbox.organisationId, (tx) => {
    const common = { enrolmentId, at: '2026-03-02T08:00:00.000Z', actor: 'user:1' };
    return recordEvents(tx, sandbox.organisationId, [
      kind === 'held' ? { ...common, kind, data: { until: null, untilAt: null } } : { ...common, kind, data: {} },
    ]);
  });

test('while Temporal is away nothing of the outbox is lost; it goes out when Temporal answers', async () => {
  worker = await startWorker(world, temporal, { sweeper: null });
  const ids = await enrolSome(5);
  await sleep(6_000);
  const kept = await inOrganisation(world.deps.app, sandbox.organisationId, (tx) => tx.select().from(outbox));
  expect(kept).toHaveLength(5);
  await temporal.start();
  await allAt(ids, 1);
});

test('a Temporal store that is deleted costs nothing: every enrolment goes on', async () => {
  await temporal.start();
  worker = await startWorker(world, temporal, { sweeper: HASTY });
  const ids = await enrolSome(5);
  const before = await allAt(ids, 1);

  await temporal.kill();
  await temporal.forget();
  await record(ids[0] ?? '', 'held');
  await temporal.start();
  await setClock('2026-03-03T08:00:00.000Z');
  await allAt(ids.slice(1), 2);
  const after = await allAt(ids, 2);
  expect(after[0]).toMatchObject({ held: true });
  for (const [index, row] of after.entries()) {
    expect(row.runId).not.toBe(before[index]?.runId);
    const run = await worker.client.workflow.getHandle(workflowId('enrolment', row.id)).describe();
    expect(run).toMatchObject({ runId: row.runId, status: { name: 'RUNNING' } });
  }
  await setClock('2026-03-06T08:00:00.000Z');
  await until('the ends', async () => {
    const rows = await Promise.all(ids.slice(1).map((id) => readEnrolment(world, sandbox, id)));
    return rows.every((row) => row.status === 'ended');
  });
});

test('a worker that stops in the middle of a wait takes up afterwards what happened meanwhile', async () => {
  await temporal.start();
  worker = await startWorker(world, temporal, { sweeper: null });
  const [id = ''] = await enrolSome(1);
  const [waiting] = await allAt([id], 1);
  const begun = Date.now();
  await worker.stop();
  expect(Date.now() - begun).toBeLessThan(10_000);
  await record(id, 'held');
  await record(id, 'resumed');
  worker = await startWorker(world, temporal, { sweeper: null });
  const [row] = await allAt([id], 2);
  expect(row).toMatchObject({ seq: 2, held: false, runId: waiting?.runId, wakeAt: waiting?.wakeAt });
});

test('the same run may be started anew after it was closed from outside', async () => {
  await temporal.start();
  worker = await startWorker(world, temporal, { sweeper: null });
  const [id = ''] = await enrolSome(1);
  const [first] = await allAt([id], 1);
  await worker.client.workflow.getHandle(workflowId('enrolment', id)).terminate('a test');
  await record(id, 'held');
  const [second] = await allAt([id], 2);
  expect(second?.runId).not.toBe(first?.runId);
});
