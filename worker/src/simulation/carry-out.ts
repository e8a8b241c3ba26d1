import { inOrganisation } from '@relance/db';
import { noteAct, takeAct, type Act } from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import { creditNote } from './acts/credit-note.ts';
import { justBefore } from './acts/just-before.ts';
import { newInvoices } from './acts/new-invoices.ts';
import { overpay } from './acts/overpay.ts';
import { pay } from './acts/pay.ts';
import { payRun } from './acts/pay-run.ts';
import { reply } from './acts/reply.ts';
import { workTask } from './acts/work-task.ts';
import { finishImports } from './finish-imports.ts';
import type { Stage } from './stage.ts';

const ACTS: Readonly<Record<string, (stage: Stage, act: Act) => Promise<string>>> = {
  pay,
  reply,
  overpay,
  'pay-run': payRun,
  'credit-note': creditNote,
  'just-before': justBefore,
  'new-invoices': newInvoices,
  'work-task': workTask,
};

/** Does one act in one transaction, with its mark that it is done: never twice, whoever else is at it. */
export async function carryOut(deps: Deps, organisationId: string, act: Act, seed: number): Promise<void> {
  const play = ACTS[act.kind];
  if (!play) throw new Error(`nobody knows how to act ${act.kind}`);
  const files = await inOrganisation(deps.app, organisationId, async (tx) => {
    if (!(await takeAct(tx, act))) return [];
    const stage: Stage = { tx, organisationId, seed, files: [] };
    await noteAct(tx, act.id, await play(stage, act));
    return stage.files;
  });
  await finishImports(deps, organisationId, files);
}
