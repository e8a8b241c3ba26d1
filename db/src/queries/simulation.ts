import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation, simulatedAct, simulatedDebtor, simulation } from '../schema/index.ts';

/** What is going to happen in a demo, at which instant of its time. */
export interface NewAct {
  /** Equal for the same reaction to the same cause: planned once. */
  key: string;
  at: string;
  kind: string;
  debtorId?: string | null;
  data: Record<string, unknown>;
}

export interface Act extends NewAct {
  id: string;
  debtorId: string | null;
}

export interface Simulation {
  seed: number;
  /** Deliveries and calls from then on are reacted to, but nobody acts before `reactsFrom`; organisation's time. */
  since: string;
  reactsFrom: string;
  /** User id of the collector who works by herself. */
  colleague: string;
  colleagueTakesAll: boolean;
}

type StartData = Pick<Simulation, 'since' | 'reactsFrom' | 'colleague'>;

const START = 'start';
/** A cause that is reacted to by nothing: planned and over. */
const NOTHING = 'nothing';

/** How a demo is simulated; null where nobody is. Throws for an organisation that is not a sandbox: nobody acts there. */
export async function readSimulation(tx: Tx, organisationId: string): Promise<Simulation | null> {
  const [row] = await tx
    .select({
      sandbox: organisation.sandbox,
      seed: organisation.demoSeed,
      takesAll: simulation.colleagueTakesAll,
      start: sql<StartData | null>`(
        select data from simulated_act where org_id = ${simulation.orgId} and key = ${START})`,
    })
    .from(simulation)
    .innerJoin(organisation, eq(organisation.id, simulation.orgId))
    .where(eq(simulation.orgId, organisationId));
  if (!row) return null;
  if (!row.sandbox) throw new Error('simulated debtors act in sandboxes only');
  if (row.start === null) return null;
  return { ...row.start, seed: row.seed ?? 0, colleagueTakesAll: row.takesAll };
}

export interface Plant {
  start: StartData;
  debtors: readonly { debtorId: string; group: string; traits: Record<string, unknown> }[];
  acts: readonly NewAct[];
}

/** Gives the debtors of a demo their ways. Refused outside sandboxes. */
export async function plantSimulation(tx: Tx, organisationId: string, { start, debtors, acts }: Plant): Promise<void> {
  const [found] = await tx
    .select({ sandbox: organisation.sandbox })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (found?.sandbox !== true) throw new Error('simulated debtors act in sandboxes only');
  await tx.insert(simulation).values({ orgId: organisationId });
  await tx.insert(simulatedDebtor).values(debtors.map((each) => ({ ...each, orgId: organisationId })));
  await tx.insert(simulatedAct).values({
    orgId: organisationId,
    key: START,
    kind: START,
    at: start.reactsFrom,
    doneAt: start.reactsFrom,
    data: { ...start },
  });
  await planActs(tx, organisationId, acts);
}

/** Whether the simulated colleague takes the tasks of all. */
export async function setColleagueTakesAll(tx: Tx, organisationId: string, takesAll: boolean): Promise<boolean> {
  const changed = await tx
    .update(simulation)
    .set({ colleagueTakesAll: takesAll })
    .where(eq(simulation.orgId, organisationId))
    .returning({ orgId: simulation.orgId });
  return changed.length > 0;
}

/** Plans what has not been planned before. */
export async function planActs(tx: Tx, organisationId: string, acts: readonly NewAct[]): Promise<void> {
  if (acts.length === 0) return;
  await tx
    .insert(simulatedAct)
    .values(acts.map((act) => ({ ...act, orgId: organisationId, doneAt: act.kind === NOTHING ? act.at : null })))
    .onConflictDoNothing();
}

/** What has come due and is not done, first things first. */
export async function readDueActs(tx: Tx, organisationId: string, at: string): Promise<Act[]> {
  const rows = await tx
    .select({
      id: simulatedAct.id,
      key: simulatedAct.key,
      at: simulatedAct.at,
      kind: simulatedAct.kind,
      debtorId: simulatedAct.debtorId,
      data: simulatedAct.data,
    })
    .from(simulatedAct)
    .where(and(eq(simulatedAct.orgId, organisationId), isNull(simulatedAct.doneAt), lte(simulatedAct.at, at)))
    .orderBy(asc(simulatedAct.at), asc(simulatedAct.key));
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** Takes an act; false when somebody else has taken it. */
export async function takeAct(tx: Tx, act: Pick<Act, 'id' | 'at'>): Promise<boolean> {
  const taken = await tx
    .update(simulatedAct)
    .set({ doneAt: act.at })
    .where(and(eq(simulatedAct.id, act.id), isNull(simulatedAct.doneAt)))
    .returning({ id: simulatedAct.id });
  return taken.length > 0;
}

/** Keeps what an act came to. */
export async function noteAct(tx: Tx, id: string, result: string): Promise<void> {
  await tx.update(simulatedAct).set({ result }).where(eq(simulatedAct.id, id));
}
