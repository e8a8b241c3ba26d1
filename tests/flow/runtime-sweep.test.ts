import { inOrganisation } from '@relance/db';
import { beginAdvance, SWEEP, sweepRound } from '@relance/db/queries';
import { clock, enrolment, importJob, outbox } from '@relance/db/schema';
import { stepEnrolment } from '@relance/worker/step';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reminderThenCall, waits } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

let world: World;
let sandbox: Sandbox;
let ids: string[];

beforeEach(async () => {
  world = await openWorld();
  sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
  const version = await publish(world, sandbox, waits(2));
  const invoices = await owe(world, sandbox, {
    name: 'Alpha',
    invoices: Array.from({ length: 5 }, (_, index) => ({ number: `F${index}`, dueDate: '2026-03-01', amount: 100 })),
  });
  ids = await enrol(world, sandbox, version, invoices);
  for (const id of ids) await stepEnrolment(world.deps, sandbox.organisationId, id, null);
  await world.owner.delete(outbox);
});

afterEach(() => world.close());

const sweep = (options: Partial<typeof SWEEP> = {}) =>
  world.deps.system.transaction((tx) => sweepRound(tx, { ...SWEEP, ...options }));
const poked = async () => (await world.owner.select().from(outbox)).map(({ kind, id }) => `${kind}/${id}`).toSorted();
const passTime = () =>
  world.owner
    .update(clock)
    .set({ anchorOrg: '2026-03-03T08:00:00.000Z' })
    .where(eq(clock.orgId, sandbox.organisationId));
/** Lets the real time since the last poke of all rows have been longer. */
const longAgo = (seconds: number) =>
  world.owner.execute(
    sql`update enrolment set poked_at = poked_at - ${seconds} * interval '1 second' where poked_at is not null`,
  );

describe('the sweeper', () => {
  test('pokes nobody who waits for a time to come', async () => {
    expect(await sweep()).toBe(0);
  });

  test('pokes what is due, a few at a time, and no more while those are not taken up', async () => {
    await passTime();
    expect(await sweep({ limit: 3 })).toBe(3);
    expect(await poked()).toHaveLength(3);
    expect(await sweep({ limit: 3 })).toBe(0);
    const first = (await world.owner.select().from(outbox)).map(({ id }) => id);
    for (const id of first) await stepEnrolment(world.deps, sandbox.organisationId, id, null);
    expect(await sweep({ limit: 3 })).toBe(2);
    expect(await poked()).toEqual(ids.map((id) => `enrolment/${id}`).toSorted());
  });

  test('pokes the same row again after a minute, doubling', async () => {
    await passTime();
    await sweep();
    await longAgo(61);
    expect(await sweep()).toBe(5);
    await longAgo(61);
    expect(await sweep()).toBe(0);
    await longAgo(61);
    expect(await sweep()).toBe(5);
    expect(await readEnrolment(world, sandbox, ids[0] ?? '')).toMatchObject({ pokeCount: 3 });
    for (const id of ids) await stepEnrolment(world.deps, sandbox.organisationId, id, null);
    expect(await readEnrolment(world, sandbox, ids[0] ?? '')).toMatchObject({ pokeCount: 0, pokedAt: null });
  });

  test('pokes events that nobody has taken in for a while, not fresh ones, not those of an incident', async () => {
    const [id = '', stopped = ''] = ids;
    for (const each of [id, stopped]) {
      await world.owner.execute(sql`
        insert into event (enrolment_id, no, org_id, kind, at, actor, data)
        values (${each}, 2, ${sandbox.organisationId}, 'resumed', now(), 'user:1', '{}')`);
    }
    await world.owner
      .update(enrolment)
      .set({ incidentCode: 'failed', incidentEventNo: 3 })
      .where(eq(enrolment.id, stopped));
    expect(await sweep()).toBe(0);
    expect(await sweep({ graceMs: 0 })).toBe(1);
    expect(await poked()).toEqual([`enrolment/${id}`]);
  });

  test('pokes debtors with a message that should have left, and imports that are not done', async () => {
    const version = await publish(world, sandbox, reminderThenCall());
    const invoices = await owe(world, sandbox, {
      name: 'Beta',
      invoices: [{ number: 'G1', dueDate: '2026-02-20', amount: 100 }],
    });
    const [id = ''] = await enrol(world, sandbox, version, invoices);
    await stepEnrolment(world.deps, sandbox.organisationId, id, null);
    const { debtorId } = await readEnrolment(world, sandbox, id);
    const [job] = await world.owner
      .insert(importJob)
      .values({
        orgId: sandbox.organisationId,
        kind: 'debtors',
        filename: 'debtors.csv',
        createdBy: 'user:1',
        at: '2026-03-02T08:00:00.000Z',
        recordedAt: '2026-03-02T08:00:00.000Z',
      })
      .returning({ id: importJob.id });
    await world.owner.delete(outbox);
    expect(await sweep()).toBe(1);
    expect(await poked()).toEqual([`import/${job?.id}`]);
    await world.owner
      .update(clock)
      .set({ anchorOrg: '2026-03-02T08:30:00.000Z' })
      .where(eq(clock.orgId, sandbox.organisationId));
    await world.owner.delete(outbox);
    expect(await sweep()).toBe(1);
    expect(await poked()).toEqual([`debtor/${debtorId}`]);
  });

  test('leaves an organisation alone that is advanced directly, but pokes its advance', async () => {
    await passTime();
    await inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
      beginAdvance(tx, sandbox.organisationId, {
        from: '2026-03-03T08:00:00.000Z',
        to: '2026-03-09T08:00:00.000Z',
        via: 'direct',
      }),
    );
    await world.owner.delete(outbox);
    expect(await sweep()).toBe(1);
    expect(await poked()).toEqual([`organisation/${sandbox.organisationId}`]);
  });
});
