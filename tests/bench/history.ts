import { inOrganisation } from '@relance/db';
import { setSpeed } from '@relance/db/queries';
import { enrolment } from '@relance/db/schema';
import { workflowId } from '@relance/workflows/contract';
import { Client, Connection } from '@temporalio/client';
import { and, count, eq } from 'drizzle-orm';
import { waits } from '../drivers/drawings.ts';
import { enrol } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { freshDatabase } from '../setup/database.ts';
import { makeOwing, type Owing } from './cases.ts';
import { install } from './installation.ts';
import { rounded, type Row } from './row.ts';

const CASES = 20;
const WAITS = 3;
/** A day in four seconds: the timers are real ones. */
const SPEED = 21_600;

interface Cost {
  events: number;
  bytes: number;
  wakes: number;
  /** Events by the formula, from what its terms were. */
  foreseen: number;
  /** Wakes by the formula at most. */
  mostWakes: number;
}

/** Cases with three waits live from their enrolment to their end; what each left in Temporal is counted. */
export async function history(): Promise<Row[]> {
  const database = await freshDatabase();
  const world = await openWorld({ database });
  const installation = await install(database);
  const { address, namespace } = installation.temporal;
  const client = new Client({ connection: Connection.lazy({ address }), namespace });
  try {
    const owing = await makeOwing(world, waits(WAITS), CASES);
    const ids = await enrol(world, owing.sandbox, owing.version, owing.invoiceIds);
    await inOrganisation(world.deps.app, owing.sandbox.organisationId, (tx) =>
      setSpeed(tx, owing.sandbox.organisationId, SPEED),
    );
    await allEnded(world, owing);
    const costs: Cost[] = [];
    for (const id of ids) costs.push(await costOf(client, id));
    const mean = (of: (cost: Cost) => number): number =>
      rounded(costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length);
    const most = (of: (cost: Cost) => number): number => Math.max(...costs.map((cost) => of(cost)));
    return [
      {
        name: 'history: events per case',
        value: mean(({ events }) => events),
        unit: 'events',
        limit: `2 + 4w + S + 2T, here ${mean(({ foreseen }) => foreseen)}: a case of ${WAITS} waits on real timers`,
      },
      {
        name: 'history: events beyond the formula, worst case',
        value: most(({ events, foreseen }) => events - foreseen),
        unit: 'events',
        limit: 'target 0',
      },
      {
        name: 'history: wakes beyond S + F, worst case',
        value: most((cost) => cost.wakes - cost.mostWakes),
        unit: 'wakes',
        limit: 'target 0 or less',
      },
      {
        name: 'history: bytes per case',
        value: mean(({ bytes }) => bytes),
        unit: 'B',
        limit: 'ids and summaries alone, no state',
      },
      {
        name: 'history: bytes per wake',
        value: mean(({ bytes, wakes }) => bytes / wakes),
        unit: 'B',
        limit: 'Temporal’s own events: prototype 900',
      },
    ];
  } finally {
    await client.connection.close();
    await installation.stop();
    await world.close();
  }
}

async function allEnded(world: World, { sandbox, invoiceIds }: Owing): Promise<void> {
  const where = and(eq(enrolment.orgId, sandbox.organisationId), eq(enrolment.status, 'ended'));
  await until('the end of all cases', async () => {
    const [row] = await world.owner.select({ cases: count() }).from(enrolment).where(where);
    return row?.cases === invoiceIds.length;
  });
}

async function costOf(client: Client, id: string): Promise<Cost> {
  const handle = client.workflow.getHandle(workflowId('enrolment', id));
  await handle.result();
  const [{ events }, { historySize = 0 }] = await Promise.all([handle.fetchHistory(), handle.describe()]);
  const kinds = (events ?? []).flatMap((event) => Object.keys(event).filter((key) => key.endsWith('EventAttributes')));
  const counted = (kind: string): number => kinds.filter((each) => each === `${kind}EventAttributes`).length;
  const [pokes, armed, fired] = [counted('workflowExecutionSignaled'), counted('timerStarted'), counted('timerFired')];
  const woken = counted('workflowTaskCompleted');
  return {
    events: kinds.length,
    bytes: historySize,
    wakes: woken,
    foreseen: 2 + 4 * woken + pokes + 2 * armed,
    mostWakes: pokes + fired,
  };
}
