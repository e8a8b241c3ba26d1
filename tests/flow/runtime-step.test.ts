import { inOrganisation } from '@relance/db';
import { recordEvents } from '@relance/db/queries';
import { audit, event, journal, outbox, scenarioVersion, task, taskCase } from '@relance/db/schema';
import { stepEnrolment } from '@relance/worker/step';
import { and, asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

let world: World;
let sandbox: Sandbox;

beforeAll(async () => {
  world = await openWorld();
  sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
});

afterAll(async () => {
  await world.close();
});

let counter = 0;
const invoices = (count: number) =>
  Array.from({ length: count }, () => {
    counter += 1;
    return { number: `F${counter}`, dueDate: '2026-03-01', amount: 10_000 * counter };
  });

async function enrolled(graph = reminderThenCall(), count = 1): Promise<string[]> {
  const version = await publish(world, sandbox, graph);
  const ids = await owe(world, sandbox, { name: `Debtor${counter}`, invoices: invoices(count) });
  return enrol(world, sandbox, version, ids);
}

const step = (id: string, run: { id: string; first: boolean } | null = null) =>
  stepEnrolment(world.deps, sandbox.organisationId, id, run);
const inside = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
  inOrganisation(world.deps.app, sandbox.organisationId, work);
const holdAndResume = (enrolmentId: string, kind: 'held' | 'resumed') =>
  inside((tx) => {
    const common = { enrolmentId, at: '2026-03-02T08:00:00.000Z', actor: 'user:1' };
    return recordEvents(tx, sandbox.organisationId, [
      kind === 'held'
        ? { ...common, kind, reason: 'litige', data: { until: null, untilAt: null } }
        : { ...common, kind, data: {} },
    ]);
  });

describe('a step', () => {
  test('takes in its events once, whoever calls it how often', async () => {
    const [id = ''] = await enrolled();
    const replies = await Promise.all([step(id), step(id), step(id)]);
    await step(id);
    expect(replies).toEqual(
      replies.map(() => ({ done: false, wakeInMs: null, summary: expect.stringContaining('wait (wait)') })),
    );
    expect(await readEnrolment(world, sandbox, id)).toMatchObject({ seq: 1, wakeAt: '2026-03-06T08:00:00.000Z' });
    const rows = await inside((tx) => tx.select().from(journal).where(eq(journal.enrolmentId, id)));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ seq: 1, eventNos: [1], now: '2026-03-02T08:00:00.000Z' });
  });

  test('with nothing to do writes nothing', async () => {
    const [id = ''] = await enrolled();
    await step(id);
    const before = await inside((tx) => tx.execute(sql`select xmin::text from enrolment where id = ${id}`));
    await step(id, { id: 'a run that begins', first: true });
    const claimed = await readEnrolment(world, sandbox, id);
    expect(claimed).toMatchObject({ runId: 'a run that begins', seq: 1 });
    const after = await inside((tx) => tx.execute(sql`select xmin::text from enrolment where id = ${id}`));
    expect(after.rows).not.toEqual(before.rows);
    await step(id, { id: 'a run that begins', first: false });
    expect((await inside((tx) => tx.execute(sql`select xmin::text from enrolment where id = ${id}`))).rows).toEqual(
      after.rows,
    );
  });

  test('of a stale run replies done and changes nothing', async () => {
    const [id = ''] = await enrolled();
    await step(id, { id: 'old', first: true });
    await step(id, { id: 'new', first: true });
    await holdAndResume(id, 'held');
    expect(await step(id, { id: 'old', first: false })).toMatchObject({ done: true });
    expect(await readEnrolment(world, sandbox, id)).toMatchObject({ seq: 1, held: false, runId: 'new' });
    expect(await step(id, { id: 'new', first: false })).toMatchObject({ done: false });
    expect(await readEnrolment(world, sandbox, id)).toMatchObject({ seq: 2, held: true, heldReason: 'litige' });
    await holdAndResume(id, 'resumed');
    await step(id);
    expect(await readEnrolment(world, sandbox, id)).toMatchObject({ seq: 3, held: false, heldReason: null });
  });

  test('numbers of events are gapless, however many record at once', async () => {
    const [id = ''] = await enrolled();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => holdAndResume(id, index % 2 === 0 ? 'held' : 'resumed')),
    );
    await Promise.all([step(id), holdAndResume(id, 'resumed'), step(id), step(id)]);
    await step(id);
    const rows = await inside((tx) =>
      tx
        .select({ no: event.no, seq: event.consumedSeq })
        .from(event)
        .where(eq(event.enrolmentId, id))
        .orderBy(event.no),
    );
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    expect(rows.every(({ seq }) => seq !== null)).toBe(true);
    const steps = await inside((tx) =>
      tx.select({ nos: journal.eventNos }).from(journal).where(eq(journal.enrolmentId, id)).orderBy(journal.seq),
    );
    expect(steps.flatMap(({ nos }) => nos)).toEqual(rows.map(({ no }) => no));
  });
});

describe('a step that throws', () => {
  test('changes nothing but its incident, and is tried again by an event', async () => {
    const [id = ''] = await enrolled();
    const { versionId } = await readEnrolment(world, sandbox, id);
    const [version] = await inside((tx) => tx.select().from(scenarioVersion).where(eq(scenarioVersion.id, versionId)));
    if (!version) throw new Error('no version');
    const broken = { ...version.plan, settings: { ...version.plan.settings, timeZone: 'Nowhere/Atall' } };
    await world.owner.update(scenarioVersion).set({ plan: broken }).where(eq(scenarioVersion.id, versionId));

    expect(await step(id)).toEqual({ done: false, wakeInMs: null, summary: 'incident: failed' });
    const marked = await readEnrolment(world, sandbox, id);
    expect(marked).toMatchObject({ seq: 0, state: null, incidentCode: 'failed', incidentEventNo: 2 });
    await step(id);
    const lines = await inside((tx) =>
      tx
        .select()
        .from(audit)
        .where(and(eq(audit.enrolmentId, id), eq(audit.kind, 'incident'))),
    );
    expect(lines).toMatchObject([{ reason: 'failed', actor: 'system' }]);

    await world.owner.update(scenarioVersion).set({ plan: version.plan }).where(eq(scenarioVersion.id, versionId));
    expect(await step(id)).toMatchObject({ summary: 'incident: failed' });
    await inside((tx) =>
      recordEvents(tx, sandbox.organisationId, [
        { enrolmentId: id, kind: 'retry', at: '2026-03-02T08:00:00.000Z', actor: 'user:1', data: {} },
      ]),
    );
    await step(id);
    expect(await readEnrolment(world, sandbox, id)).toMatchObject({
      seq: 1,
      incidentCode: null,
      incidentEventNo: null,
    });
  });
});

describe('tasks', () => {
  test('cases of one debtor that ask the same share one task, and leave it one by one', async () => {
    const ids = await enrolled(callAtOnce(), 3);
    await Promise.all(ids.map((id) => step(id)));
    const read = async () => {
      const cases = await inside((tx) =>
        tx
          .select()
          .from(taskCase)
          .where(eq(taskCase.enrolmentId, ids[0] ?? '')),
      );
      const [row] = await inside((tx) =>
        tx
          .select()
          .from(task)
          .where(eq(task.id, cases[0]?.taskId ?? '')),
      );
      return row;
    };
    const shared = await read();
    expect(shared).toMatchObject({ status: 'open', kind: 'call', rev: 3, dueAt: '2026-03-04T16:00:00.000Z' });
    const cases = await inside((tx) =>
      tx
        .select()
        .from(taskCase)
        .where(eq(taskCase.taskId, shared?.id ?? ''))
        .orderBy(asc(taskCase.id)),
    );
    expect(cases.map((row) => row.enrolmentId).toSorted()).toEqual(ids.toSorted());

    const cancel = async (id: string) => {
      await inside((tx) =>
        recordEvents(tx, sandbox.organisationId, [
          { enrolmentId: id, kind: 'cancelled', at: '2026-03-02T08:00:00.000Z', actor: 'user:1', data: {} },
        ]),
      );
      expect(await step(id)).toMatchObject({ done: true });
    };
    await cancel(ids[0] ?? '');
    expect(await read()).toMatchObject({ status: 'open', rev: 4 });
    await cancel(ids[1] ?? '');
    await cancel(ids[2] ?? '');
    expect(await read()).toMatchObject({ status: 'cancelled', rev: 6, closedBy: 'scenario' });
    expect(await readEnrolment(world, sandbox, ids[2] ?? '')).toMatchObject({
      status: 'ended',
      outcomeReason: 'cancelled',
      wakeAt: null,
    });
  });

  test('a claimed task is nobody else’s: the next case opens its own', async () => {
    const [first = '', second = ''] = await enrolled(callAtOnce(), 2);
    await step(first);
    const [held] = await inside((tx) => tx.select().from(taskCase).where(eq(taskCase.enrolmentId, first)));
    await inside((tx) =>
      tx
        .update(task)
        .set({ status: 'claimed', assignee: 'user', shareKey: null })
        .where(eq(task.id, held?.taskId ?? '')),
    );
    await step(second);
    const [own] = await inside((tx) => tx.select().from(taskCase).where(eq(taskCase.enrolmentId, second)));
    expect(own?.taskId).not.toBe(held?.taskId);
  });
});

test('a planned message leaves a poke for its debtor', async () => {
  const [id = ''] = await enrolled(reminderThenCall());
  const { debtorId } = await readEnrolment(world, sandbox, id);
  await step(id);
  await inside((tx) => tx.execute(sql`update enrolment set wake_at = '2026-03-02T07:00:00Z' where id = ${id}`));
  await inside((tx) =>
    recordEvents(tx, sandbox.organisationId, [
      { enrolmentId: id, kind: 'skip', at: '2026-03-02T08:00:00.000Z', actor: 'user:1', data: { nodeId: 'wait' } },
    ]),
  );
  await step(id);
  const rows = await inside((tx) => tx.select().from(outbox).where(eq(outbox.id, debtorId)));
  expect(rows).toMatchObject([{ kind: 'debtor' }]);
});
