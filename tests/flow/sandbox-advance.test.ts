import { inOrganisation, newId } from '@relance/db';
import { readClock, readClockState, readQuiescence, recordPayments, shortenAdvance } from '@relance/db/queries';
import { stepOrganisation } from '@relance/worker/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAdvance, enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { snapshot } from '../drivers/snapshot.ts';
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

const BEGIN = '2026-03-02T08:00:00.000Z';

/** Eight debtors with one to four invoices, due on different days; one has no address. */
async function populate(debtorIds: string[] = []): Promise<{ sandbox: Sandbox; enrolments: string[] }> {
  const sandbox = await makeSandbox(world, BEGIN);
  const version = await publish(world, sandbox, reminderThenCall());
  const enrolments: string[] = [];
  for (let debtor = 0; debtor < 8; debtor += 1) {
    const invoices = Array.from({ length: 1 + (debtor % 4) }, (_, index) => ({
      number: `F${debtor}-${index}`,
      dueDate: `2026-02-${String(26 - debtor + index).padStart(2, '0')}`,
      amount: 10_000 * (debtor + 1) + index,
    }));
    const ids = await owe(world, sandbox, {
      name: `D${debtor}`,
      invoices,
      ...(debtor === 7 ? { email: null } : {}),
      ...(debtorIds[debtor] ? { debtorId: debtorIds[debtor] } : {}),
    });
    enrolments.push(...(await enrol(world, sandbox, version, ids)));
  }
  return { sandbox, enrolments };
}

const inside = <Result>(
  { organisationId }: Sandbox,
  work: Parameters<typeof inOrganisation<Result>>[2],
): Promise<Result> => inOrganisation(world.deps.app, organisationId, work);

async function pay(sandbox: Sandbox, number: string, amount: number): Promise<void> {
  await inside(sandbox, async (tx) => {
    const { now } = await readClock(tx, sandbox.organisationId);
    const payment = {
      externalId: `P-${number}`,
      receivedOn: now.slice(0, 10),
      amount,
      currency: 'EUR',
      invoiceNumbers: [number],
    };
    await recordPayments(tx, sandbox.organisationId, [payment], { actor: 'system', at: now });
  });
}

async function advance(sandbox: Sandbox, to: string, via: 'direct' | 'workflows'): Promise<void> {
  await askToAdvance(world, sandbox, to, via);
  await until(
    `the advance to ${to}`,
    () =>
      inside(sandbox, async (tx) => {
        const { now, advancingTo } = await readClockState(tx, sandbox.organisationId);
        const { quiescent } = await readQuiescence(tx, sandbox.organisationId, now);
        return advancingTo === null && quiescent;
      }),
    60_000,
  );
}

/** The same portfolio, in a database of its own, from 2 to 20 March with two payments on the way. */
async function live(via: 'direct' | 'workflows', debtorIds: string[]): Promise<Record<string, unknown[]>> {
  const own = await openWorld();
  const runs = await startWorker(own, await testTemporal());
  const shared = world;
  world = own;
  try {
    const { sandbox } = await populate(debtorIds);
    await advance(sandbox, '2026-03-04T12:00:00.000Z', via);
    await pay(sandbox, 'F3-0', 40_000);
    await advance(sandbox, '2026-03-09T12:00:00.000Z', via);
    await pay(sandbox, 'F6-1', 70_001);
    await advance(sandbox, '2026-03-20T12:00:00.000Z', via);
    return await snapshot(own, sandbox);
  } finally {
    world = shared;
    await runs.stop();
    await own.close();
  }
}

describe('an advance', () => {
  test('leaves the same rows whether it is done directly or by the runs', { timeout: 180_000 }, async () => {
    const debtorIds = Array.from({ length: 8 }, () => newId());
    const direct = await live('direct', debtorIds);
    const byRuns = await live('workflows', debtorIds);
    expect(direct['message']?.length).toBeGreaterThan(5);
    expect(direct['task']?.length).toBeGreaterThan(3);
    for (const [table, rows] of Object.entries(direct)) expect({ table, rows: byRuns[table] }).toEqual({ table, rows });
  });

  test('stops where it has come when it is asked to', async () => {
    const { sandbox } = await populate();
    await askToAdvance(world, sandbox, '2035-03-02T08:00:00.000Z');
    await inside(sandbox, (tx) => shortenAdvance(tx, sandbox.organisationId));
    const state = await until('the end', () =>
      inside(sandbox, async (tx) => {
        const clock = await readClockState(tx, sandbox.organisationId);
        return clock.advancingTo === null && clock;
      }),
    );
    expect(Date.parse(state.now)).toBeLessThan(Date.parse('2035-03-02T08:00:00.000Z'));
  });

  test('closes the runs of what has ended, and leaves the others one', async () => {
    const { sandbox, enrolments } = await populate();
    await until('the first steps', async () => {
      const rows = await Promise.all(enrolments.map((id) => readEnrolment(world, sandbox, id)));
      return rows.every(({ runId }) => runId !== null);
    });
    await pay(sandbox, 'F0-0', 10_000);
    await advance(sandbox, '2026-03-03T08:00:00.000Z', 'direct');
    const statuses = await until('the run of what was paid to close', async () => {
      const runs = await Promise.all(
        enrolments.map((id) => worker.client.workflow.getHandle(`enrolment/${id}`).describe()),
      );
      const names = runs.map(({ status }) => status.name);
      return names[0] === 'COMPLETED' && names;
    });
    expect(statuses.slice(1).every((name) => name === 'RUNNING')).toBe(true);
  });

  test('goes on after a crash: whoever steps the organisation next takes it to its target', async () => {
    const { sandbox, enrolments } = await populate();
    await worker.stop();
    await askToAdvance(world, sandbox, '2026-03-20T12:00:00.000Z');
    const cut = await stepOrganisation(world.deps, sandbox.organisationId, null, 1);
    expect(cut).toMatchObject({ done: false });
    let reply = cut;
    while (!reply.done) reply = await stepOrganisation(world.deps, sandbox.organisationId, null);
    const rows = await Promise.all(enrolments.map((id) => readEnrolment(world, sandbox, id)));
    expect(rows.every(({ incidentCode, seq }) => incidentCode === null && seq > 0)).toBe(true);
    const { now, advanceCount } = await inside(sandbox, (tx) => readClockState(tx, sandbox.organisationId));
    expect(now).toBe('2026-03-20T12:00:00.000Z');
    expect(advanceCount).toBeGreaterThan(enrolments.length);
  });
});
