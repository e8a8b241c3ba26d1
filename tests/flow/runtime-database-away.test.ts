import { inOrganisation } from '@relance/db';
import { recordEvents } from '@relance/db/queries';
import { activities } from '@relance/worker/testing';
import { workflowId } from '@relance/workflows/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waits } from '../drivers/drawings.ts';
import { ownDatabase, type OwnDatabase } from '../drivers/own-database.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import { startWorker, type RunningWorker } from '../drivers/worker.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { testTemporal } from '../setup/temporal.ts';

const AWAY_MS = 500;

let own: OwnDatabase;
let world: World;
let worker: RunningWorker;
let sandbox: Sandbox;

beforeAll(async () => {
  own = await ownDatabase();
  world = await openWorld({ database: own.database });
  worker = await startWorker(world, await testTemporal(), { awayMs: AWAY_MS });
  sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

test('while the database is away a step waits, and the case goes on afterwards as if nothing had been', async () => {
  const version = await publish(world, sandbox, waits(2));
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    invoices: [{ number: 'F1', dueDate: '2026-03-01', amount: 100 }],
  });
  const [id = ''] = await enrol(world, sandbox, version, invoices);
  await until('the first step', async () => (await readEnrolment(world, sandbox, id)).seq > 0);
  const handle = worker.client.workflow.getHandle(workflowId('enrolment', id));

  await own.stop();
  const input = { organisationId: sandbox.organisationId, id };
  const reply = await activities(world.deps, { awayMs: AWAY_MS }).stepEnrolment(input, { id: 'run', first: false });
  expect(reply).toEqual({ done: false, wakeInMs: AWAY_MS, summary: 'database-away', away: true });
  await handle.signal('poke');
  // it asks again and again, and Temporal learns a code, never a driver's words
  const timers = await until('its delays', async () => {
    const { events } = await handle.fetchHistory();
    const armed = (events ?? []).filter((event) => event.timerStartedEventAttributes);
    return armed.length >= 2 && armed;
  });
  expect(Buffer.from(timers[0]?.userMetadata?.summary?.data ?? '').toString()).toBe('"database-away"');

  await own.start();
  await until('an event to be recorded', async () => {
    try {
      return await inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
        recordEvents(tx, sandbox.organisationId, [
          {
            enrolmentId: id,
            kind: 'held',
            at: '2026-03-02T08:00:00.000Z',
            actor: 'user:1',
            data: { until: null, untilAt: null },
          },
        ]),
      );
    } catch {
      return false;
    }
  });
  const held = await until('the next step', async () => {
    const row = await readEnrolment(world, sandbox, id);
    return row.seq === 2 && row;
  });
  expect(held).toMatchObject({ held: true, incidentCode: null });
  expect((await handle.describe()).status.name).toBe('RUNNING');
});
