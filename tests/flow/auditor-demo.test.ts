import { inOrganisation } from '@relance/db';
import { nowOf, publishVersion, saveAssignmentList, setColleagueTakesAll } from '@relance/db/queries';
import { assignmentList, scenario } from '@relance/db/schema';
import { STORY_DAYS } from '@relance/db/seed';
import { compile } from '@relance/workflows/compile';
import { lint, STANDARD_TEXTS } from '@relance/workflows/lint';
import { planHash } from '@relance/workflows/plan';
import { applyEdit, softScenario } from '@relance/workflows/scenario';
import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOrganisation } from '../auditor/audit-organisation.ts';
import { ORIGIN, startApi, type Api } from '../drivers/api-server.ts';
import { foundDemo, liveDays, type DemoFacts } from '../drivers/demo.ts';
import { snapshot } from '../drivers/snapshot.ts';
import type { World } from '../drivers/world.ts';

/** Of life: the weeks that the demo has behind it on its first day, and those to come. */
const DAYS = 120;
const FIRST_DAY = '2026-11-23T07:30:00.000Z';
const SOFT = 'Douce';
const ACTOR = 'system';

let api: Api;
let world: World;
let organisationId: string;
let facts: DemoFacts;
/** All rows of the first day, as snapshots tell them. */
let firstDay: Record<string, unknown[]>;

beforeAll(async () => {
  const demo = await foundDemo();
  ({ organisationId, facts } = demo);
  api = await startApi({ database: demo.database });
  ({ world } = api);
  firstDay = await snapshot(world, { organisationId });
  await putSoftToWork();
  await liveDays(world, organisationId, DAYS - STORY_DAYS);
}, 900_000);
afterAll(() => api.close());

const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await world.owner.execute(query)).rows as Row[];

/**
 * Mends and publishes the one scenario that the demo leaves as a draft, gives it the debtors who are otherwise enrolled by
 * hand, many of them late by months, and lets the simulated collector do everybody's work, so that severe steps are reached.
 */
async function putSoftToWork(): Promise<void> {
  const graph = lint(softScenario(), STANDARD_TEXTS).reduce(
    (drawn, { fix }) => (fix ? applyEdit(drawn, fix.edit) : drawn),
    softScenario(),
  );
  const { plan } = compile(graph, STANDARD_TEXTS);
  if (!plan) throw new Error('the mended scenario does not compile');
  await inOrganisation(world.deps.app, organisationId, async (tx) => {
    const at = await nowOf(tx, organisationId);
    const [soft] = await tx.select({ id: scenario.id }).from(scenario).where(eq(scenario.name, SOFT));
    const [list] = await tx.select().from(assignmentList).orderBy(desc(assignmentList.version)).limit(1);
    if (!soft || !list) throw new Error('the demo has a soft scenario and rules');
    await publishVersion(tx, organisationId, {
      scenarioId: soft.id,
      graph,
      plan,
      planHash: planHash(plan),
      actor: ACTOR,
      at,
    });
    const rules = list.rules.map((rule) =>
      rule.id === 'by-hand' ? { ...rule, then: { kind: 'scenario' as const, scenarioId: soft.id } } : rule,
    );
    await saveAssignmentList(tx, organisationId, { rules, actor: ACTOR, at });
    await setColleagueTakesAll(tx, organisationId, true);
  });
}

describe(`the reference scenarios over the demo portfolio for ${DAYS} days`, () => {
  test('an auditor who knows nothing but the rows finds nothing wrong', async () => {
    expect(await auditOrganisation(world.owner, organisationId)).toEqual([]);
  });

  test('all eight have been at work, severe steps and old invoices included', async () => {
    const worked = await rows<{ name: string; cases: number; sent: number; ended: number }>(sql`
      select s.name, count(distinct e.id)::int as cases, count(distinct c.message_id)::int as sent,
        count(distinct e.id) filter (where e.status = 'ended')::int as ended
      from scenario s join enrolment e on e.scenario_id = s.id left join contact c on c.enrolment_id = e.id and c.status = 'sent'
      group by s.name order by s.name`);
    expect(worked.map(({ name }) => name)).toEqual([
      'Acheteur public',
      SOFT,
      'Export',
      'Ferme',
      'Grand compte',
      'Particulier',
      'Petits soldes',
      'Préventif',
    ]);
    for (const { name, cases, sent, ended } of worked)
      expect({ name, lived: cases > 2 && sent > 2 && ended > 0 }).toEqual({ name, lived: true });
    const [counts] = await rows<{ severe: number; late: number; demands: number }>(sql`
      select (select count(*)::int from message where tone >= 3 and status = 'handed-over') as severe,
        (select count(*)::int from audit where kind = 'entered-late') as late,
        (select count(*)::int from message where tone > 0 and status = 'handed-over') as demands`);
    expect(counts?.severe).toBeGreaterThan(15);
    expect(counts?.late).toBeGreaterThan(15);
    expect(counts?.demands).toBeGreaterThan(150);
  });
});

describe('"Start again" after all that', () => {
  let again: string;
  /** Of the manager, who signed in before. */
  let cookie: string;
  beforeAll(async () => {
    const manager = facts.accounts.find(({ role }) => role === 'manager');
    cookie = await api.signIn(manager?.email ?? '', manager?.password);
    const started = await api.server.inject({
      method: 'POST',
      url: '/api/trpc/sandbox.startAgain',
      headers: { cookie, origin: ORIGIN },
      payload: {},
    });
    expect({ status: started.statusCode, body: started.body }).toMatchObject({ status: 200 });
    again = started.json<{ result: { data: { organisationId: string } } }>().result.data.organisationId;
  });

  test('every row is that of the first day, and nothing of the old story is left', async () => {
    const now = await snapshot(world, { organisationId: again });
    for (const [table, kept] of Object.entries(firstDay))
      expect({ table, rows: now[table] }).toEqual({ table, rows: kept });
    const [left] = await rows<{ later: number; acts: number; soft: number }>(sql`
      select (select count(*)::int from audit where org_id = ${again} and at > ${FIRST_DAY}) as later,
        (select count(*)::int from simulated_act where org_id = ${again} and done_at > ${FIRST_DAY}) as acts,
        (select count(*)::int from scenario_version v join scenario s on s.id = v.scenario_id
          where s.org_id = ${again} and s.name = ${SOFT}) as soft`);
    expect(left).toEqual({ later: 0, acts: 0, soft: 0 });
  });

  test('people and programs are there without signing in anew, and signing in leads there', async () => {
    const placeOf = async (by: string) =>
      (await api.query<{ organisation: { id: string } }>('session.me', by)).organisation.id;
    expect(await placeOf(cookie)).toBe(again);
    const clock = await api.call('GET /sandbox/clock', { key: facts.apiKey });
    expect(clock).toMatchObject({ status: 200, body: { now: FIRST_DAY, advancingTo: null } });
    for (const { email, password } of facts.accounts)
      expect(await placeOf(await api.signIn(email, password))).toBe(again);
    expect(await rows(sql`select count(*)::int as n from auth.member where org_id = ${organisationId}`)).toEqual([
      { n: 0 },
    ]);
  });

  test('the old one sends nothing and runs no rule any more, and the new one lives', async () => {
    expect(
      await rows(sql`select sending, assignment_on, assignment_at from organisation where id = ${organisationId}`),
    ).toEqual([{ sending: false, assignment_on: false, assignment_at: null }]);
    await liveDays(world, again, 1);
    expect(await auditOrganisation(world.owner, again)).toEqual([]);
    const [lived] = await rows<{ messages: number }>(sql`
      select count(*)::int as messages from message where org_id = ${again} and handed_over_at > ${FIRST_DAY}`);
    expect(lived?.messages).toBeGreaterThan(0);
  });
});
