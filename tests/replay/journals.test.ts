import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inOrganisation } from '@relance/db';
import { recordPayments } from '@relance/db/queries';
import { event, journal, scenarioVersion } from '@relance/db/schema';
import { stepOrganisation } from '@relance/worker/sandbox';
import { ENGINE_VERSION, run, type EngineEvent, type Facts, type State } from '@relance/workflows/engine';
import { canonicalJson, sha256Hex, type Plan } from '@relance/workflows/plan';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAdvance, enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

const CORPUS = fileURLToPath(new URL('./journals/', import.meta.url));

/** One case as its journal tells it. */
interface Story {
  plan: Plan;
  steps: {
    engineVersion: number;
    now: string;
    events: EngineEvent[];
    facts: Facts;
    commands: unknown;
    stateHash: string;
  }[];
}

function replay({ plan, steps }: Story): void {
  let state: State | null = null;
  for (const { engineVersion, now, events, facts, commands, stateHash } of steps) {
    const answer = run(plan, state, events, facts, now);
    state = answer.state;
    // an engine that means to answer otherwise says so by its version
    if (engineVersion !== ENGINE_VERSION) continue;
    expect(JSON.parse(JSON.stringify(answer.commands))).toEqual(commands);
    expect(sha256Hex(canonicalJson(answer.state))).toBe(stateHash);
  }
}

async function storyOf({ deps }: Pick<World, 'deps'>, sandbox: Sandbox, id: string): Promise<Story> {
  return inOrganisation(deps.app, sandbox.organisationId, async (tx) => {
    const { versionId } = await readEnrolment({ deps }, sandbox, id);
    const [version] = await tx.select().from(scenarioVersion).where(eq(scenarioVersion.id, versionId));
    if (!version) throw new Error('no version');
    const events = await tx.select().from(event).where(eq(event.enrolmentId, id)).orderBy(event.no);
    const steps = await tx.select().from(journal).where(eq(journal.enrolmentId, id)).orderBy(journal.seq);
    return {
      plan: version.plan,
      steps: steps.map(({ engineVersion, now, eventNos, facts, commands, stateHash }) => ({
        engineVersion,
        now,
        events: events
          .filter(({ no }) => eventNos.includes(no))
          .map(({ no, kind, v, at, actor, reason, data }) => ({ no, kind, v, at, actor, reason, data }) as EngineEvent),
        facts: facts as Facts,
        commands,
        stateHash,
      })),
    };
  });
}

test('every kept journal gives the same answers', async () => {
  const files = (await readdir(CORPUS)).filter((name) => name.endsWith('.json'));
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    for (const story of JSON.parse(await readFile(path.join(CORPUS, name), 'utf8')) as Story[]) replay(story);
  }
});

/** `RELANCE_RECORD=1` keeps them. */
test('journals of today give the same answers when they are read again', async () => {
  const world = await openWorld();
  try {
    const sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
    const version = await publish(world, sandbox, reminderThenCall());
    const invoices = await owe(world, sandbox, {
      name: 'Alpha',
      invoices: ['2026-02-20', '2026-03-01', '2026-03-04'].map((dueDate, index) => ({
        number: `F${index}`,
        dueDate,
        amount: 120_000 + index,
      })),
    });
    const ids = await enrol(world, sandbox, version, invoices);
    const advance = async (to: string): Promise<void> => {
      await askToAdvance(world, sandbox, to);
      while (!(await stepOrganisation(world.deps, sandbox.organisationId, null)).done);
    };
    await advance('2026-03-10T12:00:00.000Z');
    await inOrganisation(world.deps.app, sandbox.organisationId, (tx) =>
      recordPayments(
        tx,
        sandbox.organisationId,
        [{ externalId: 'P1', receivedOn: '2026-03-10', amount: 120_001, currency: 'EUR', invoiceNumbers: ['F1'] }],
        { actor: 'system', at: '2026-03-10T12:00:00.000Z' },
      ),
    );
    await advance('2026-03-20T12:00:00.000Z');
    const stories = await Promise.all(ids.map((id) => storyOf(world, sandbox, id)));
    expect(stories.every(({ steps }) => steps.length > 1)).toBe(true);
    for (const story of stories) replay(story);
    if (process.env.RELANCE_RECORD) await keep(stories);
  } finally {
    await world.close();
  }
});

async function keep(stories: Story[]): Promise<void> {
  await mkdir(CORPUS, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  await writeFile(path.join(CORPUS, `engine-${ENGINE_VERSION}-${day}.json`), `${JSON.stringify(stories)}\n`);
}
