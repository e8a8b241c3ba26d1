import { inOrganisation } from '@relance/db';
import { appendAudit, firstBrokenSeal, sealAudit } from '@relance/db/queries';
import { audit, auditSeal } from '@relance/db/schema';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSandbox, type Sandbox } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import { openWorld, type World } from '../drivers/world.ts';

let world: World;
let sandbox: Sandbox;

beforeAll(async () => {
  world = await openWorld();
  sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
});

afterAll(() => world.close());

const AT = '2026-03-02T08:00:00.000Z';
const inside = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
  inOrganisation(world.deps.app, sandbox.organisationId, work);
const write = (kind: string) =>
  inside((tx) => appendAudit(tx, sandbox.organisationId, [{ at: AT, actor: 'system', kind }]));
const seal = () => sealAudit(world.deps.app, world.deps.system);
const sealedRows = async () => (await world.owner.select().from(auditSeal)).reduce((sum, { rows }) => sum + rows, 0);

test('committed rows are chained, late ones too, and a forged one is found', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begun: () => void = () => undefined;
  const written = new Promise<void>((resolve) => {
    begun = resolve;
  });
  // a long transaction whose rows have older ids than those that are committed before it
  const late = inside(async (tx) => {
    await appendAudit(tx, sandbox.organisationId, [{ at: AT, actor: 'system', kind: 'late' }]);
    begun();
    await held;
  });
  await written;
  await write('one');
  await seal();
  letGo();
  await late;
  await write('two');
  const all = (await world.owner.select().from(audit)).length;
  await until('all rows to be sealed', async () => {
    await seal();
    return (await sealedRows()) === all;
  });
  expect(await inside((tx) => firstBrokenSeal(tx, sandbox.organisationId))).toBeNull();

  await world.owner.execute(sql`alter table audit disable trigger append_only`);
  await world.owner.update(audit).set({ actor: 'nobody' }).where(eq(audit.kind, 'one'));
  expect(await inside((tx) => firstBrokenSeal(tx, sandbox.organisationId))).not.toBeNull();
});
