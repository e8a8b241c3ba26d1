import type { z } from 'zod';
import { newId, type Tx } from '@relance/db';
import {
  appendAudit,
  asOrganisation,
  listMembers,
  moveMembers,
  nowOf,
  pokeLiving,
  readClockState,
  readDemoStart,
  readSimulation,
  retireDemo,
  setColleagueTakesAll,
  writeDemoStart,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, forbidden } from '../problem.ts';
import type * as schemas from '../schemas/sandbox.ts';
import { enterOrganisation } from './enter-organisation.ts';
import { requireSandbox } from './sandbox.ts';

type Demo = z.infer<typeof schemas.demo>;

/** Writing a whole organisation takes its time. */
const WRITING_MS = 60_000;

/** What can be set in the demo; in another sandbox there is nothing. */
export async function readDemo(allowed: Allowed): Promise<Demo> {
  await requireSandbox(allowed);
  const { caller, work } = allowed;
  return work((tx) => demoOf(tx, caller.organisationId));
}

/** Lets the simulated collector take the tasks of everybody, or her own alone. */
export async function setColleague(
  allowed: Allowed,
  { takesAll }: z.infer<typeof schemas.demoColleague>,
): Promise<Demo> {
  await requireSandbox(allowed);
  const { organisationId, actor } = allowed.caller;
  return allowed.work(async (tx) => {
    if (!(await setColleagueTakesAll(tx, organisationId, takesAll))) throw notADemo();
    const at = await nowOf(tx, organisationId);
    await appendAudit(tx, organisationId, [{ at, actor, kind: 'colleague-set', data: { takesAll } }]);
    return demoOf(tx, organisationId);
  });
}

/**
 * Puts the demo back to its first day: its rows of that day are written as those of a new organisation, and everybody
 * works there from now on. Nothing of the old one is taken away; it sends nothing and nobody enters it any more.
 */
export async function startAgain(allowed: Allowed): Promise<z.infer<typeof schemas.demoStarted>> {
  await requireSandbox(allowed);
  const { deps, caller, work } = allowed;
  const from = caller.organisationId;
  const to = newId();
  await work(
    async (tx) => {
      const { now, advancingTo } = await readClockState(tx, from, true);
      const kept = await readDemoStart(tx, from);
      if (kept.length === 0) throw notADemo();
      if (advancingTo !== null) throw conflict('advancing', `The clock is on its way to ${advancingTo}.`);
      const people = (await listMembers(tx, from)).map(({ userId }) => userId);
      await retireDemo(tx, from);
      await appendAudit(tx, from, [{ at: now, actor: caller.actor, kind: 'demo-started-again', ref: to }]);
      await enterOrganisation(tx, to);
      await writeDemoStart(tx, to, asOrganisation(kept, { from, to, people }));
      await pokeLiving(tx, to);
      await enterOrganisation(tx, from);
    },
    { statementTimeoutMs: WRITING_MS },
  );
  // identity is out of reach of that transaction: a demo that nobody has moved to yet does no harm
  await moveMembers(deps.identity, from, to);
  return { organisationId: to };
}

async function demoOf(tx: Tx, organisationId: string): Promise<Demo> {
  const simulation = await readSimulation(tx, organisationId);
  if (simulation === null) return { colleague: null };
  const members = await listMembers(tx, organisationId);
  const name = members.find(({ userId }) => userId === simulation.colleague)?.name;
  return { colleague: name === undefined ? null : { name, takesAll: simulation.colleagueTakesAll } };
}

const notADemo = () => forbidden('not-a-demo', 'Only the demo organisation can do this.');
