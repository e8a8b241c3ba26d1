import { inOrganisation, type Tx } from '@relance/db';
import { claimRun, lockContacts, lockDebtorCases } from '@relance/db/queries';
import type { RunRef } from '@relance/workflows/contract';
import type { Deps } from '../deps.ts';
import { carryOut } from './carry-out.ts';
import { decide } from './decide.ts';
import { readDebtorView, type DebtorView } from './debtor-view.ts';
import { dueContacts } from './due-contacts.ts';
import { NOBODY, replyOf, type DispatchReply } from './reply.ts';
import { askForLost, isExpired, settleExpired, type Verdict } from './settle-expired.ts';

/**
 * One look at one debtor, in one transaction: what is ripe is dropped, put to wait, covered, deferred or reserved as
 * messages, and claims that have run out are ended. Replies from the rows; run again, it writes nothing twice.
 * `run` null: called directly, by an advance or a seed.
 */
export async function dispatchDebtor(
  deps: Pick<Deps, 'app' | 'emailProvider' | 'log'>,
  organisationId: string,
  debtorId: string,
  run: RunRef | null,
): Promise<DispatchReply> {
  const verdicts = await askForLost(deps, organisationId, debtorId);
  return inOrganisation(deps.app, organisationId, async (tx) => {
    if (!(await claimRun(tx, 'debtor', debtorId, run))) return NOBODY;
    const seen = await readDebtorView(tx, organisationId, debtorId);
    if (seen === null) return NOBODY;
    if (!hasWork(seen)) return replyOf(seen);
    await lockDebtorCases(tx, organisationId, debtorId, seen.contacts);
    await lockContacts(tx, organisationId, debtorId);
    await work(tx, seen, verdicts);
    return replyOf((await readDebtorView(tx, organisationId, debtorId)) ?? seen);
  });
}

function hasWork(view: DebtorView): boolean {
  return view.pending.some(isExpired) || dueContacts(view).length > 0;
}

async function work(tx: Tx, seen: DebtorView, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  const locked = new Set(seen.contacts.map(({ id }) => id));
  const read = async (): Promise<DebtorView> => {
    const view = await readDebtorView(tx, seen.organisationId, seen.debtorId);
    // what was planned meanwhile is not locked: its own poke brings the next look
    return { ...(view ?? seen), contacts: (view ?? seen).contacts.filter(({ id }) => locked.has(id)) };
  };
  let view = await read();
  let attempts: ReadonlyMap<string, number> = new Map();
  if (view.pending.some(isExpired)) {
    attempts = await settleExpired(tx, view, verdicts);
    view = await read();
  }
  // each round that could not write a message leaves fewer contacts on which something is to be decided
  while (!(await carryOut(tx, view, decide(view, dueContacts(view)), attempts))) view = await read();
}
