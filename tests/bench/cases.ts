import { enrolment } from '@relance/db/schema';
import type { Graph } from '@relance/workflows/scenario';
import { and, count, eq, gte } from 'drizzle-orm';
import { makeSandbox, owe, publish, type Sandbox } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import type { World } from '../drivers/world.ts';

export interface Owing {
  sandbox: Sandbox;
  version: { scenarioId: string; versionId: string };
  invoiceIds: string[];
}

const PER_DEBTOR = 5;
const PATIENCE_MS = 300_000;

/** A sandbox at 9:00 with a published drawing and so many invoices that fell due the day before, five a debtor. */
export async function makeOwing(world: World, drawing: Graph, invoices: number): Promise<Owing> {
  const sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
  const version = await publish(world, sandbox, drawing);
  const invoiceIds: string[] = [];
  for (let debtor = 0; debtor < invoices / PER_DEBTOR; debtor += 1) {
    const owed = Array.from({ length: PER_DEBTOR }, (_, index) => ({
      number: `F${debtor}-${index}`,
      dueDate: '2026-03-01',
      amount: 10_000 + index,
    }));
    invoiceIds.push(...(await owe(world, sandbox, { name: `D${debtor}`, invoices: owed })));
  }
  return { sandbox, version, invoiceIds };
}

/** Waits until all cases of a sandbox have taken so many steps that changed them. */
export async function allStepped(world: World, { sandbox, invoiceIds }: Owing, steps: number): Promise<void> {
  const where = and(eq(enrolment.orgId, sandbox.organisationId), gte(enrolment.seq, steps));
  await until(
    `step ${steps} of all cases`,
    async () => {
      const [row] = await world.owner.select({ cases: count() }).from(enrolment).where(where);
      return row?.cases === invoiceIds.length;
    },
    PATIENCE_MS,
  );
}
