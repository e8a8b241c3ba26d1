import { inOrganisation, type Tx } from '@relance/db';
import {
  claimRun,
  lockDebtorContacts,
  readAgain,
  readDebtorView,
  readStanding,
  type Standing,
} from '@relance/db/queries';
import type { RunRef } from '@relance/workflows/contract';
import { decide, dueContacts } from '@relance/workflows/policy';
import type { Deps } from '../deps.ts';
import { askProvider, type Verdict } from './ask-provider.ts';
import { carryOut } from './carry-out.ts';
import { NOBODY, replyOf, type DispatchReply } from './reply.ts';
import { isExpired, settleExpired } from './settle-expired.ts';

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
  const look = (verdicts: ReadonlyMap<string, Verdict>) =>
    inOrganisation(deps.app, organisationId, (tx) => lookAtDebtor(tx, organisationId, debtorId, run, verdicts));
  const first = await look(new Map());
  if (!('lost' in first)) return first;
  // a provider is never asked inside a transaction
  const second = await look(await askProvider(deps, organisationId, first.lost));
  return 'lost' in second ? replyOf(second.standing) : second;
}

/** Attempts that nobody ended and about which the provider has not been asked yet. */
interface Unasked {
  lost: Standing['pending'];
  standing: Standing;
}

async function lookAtDebtor(
  tx: Tx,
  organisationId: string,
  debtorId: string,
  run: RunRef | null,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<DispatchReply | Unasked> {
  if (!(await claimRun(tx, 'debtor', debtorId, run))) return NOBODY;
  const seen = await readStanding(tx, organisationId, debtorId);
  const expired = seen.pending.filter(isExpired);
  const lost = expired.filter(({ id, status }) => status === 'attempting' && !verdicts.has(id));
  if (lost.length > 0) return { lost, standing: seen };
  if (expired.length === 0 && dueContacts(seen).length === 0) return replyOf(seen);
  await lockDebtorContacts(tx, organisationId, debtorId);
  await work(tx, seen, verdicts);
  return replyOf(await readAgain(tx, seen));
}

async function work(tx: Tx, seen: Standing, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  const locked = new Set(seen.contacts.map(({ id }) => id));
  // what was planned meanwhile is not locked: its own poke brings the next look
  const read = async (): Promise<Standing> => {
    const now = await readAgain(tx, seen);
    return { ...now, contacts: now.contacts.filter(({ id }) => locked.has(id)) };
  };
  let standing = await read();
  const attempts = await settleExpired(tx, standing, verdicts);
  if (attempts !== null) standing = await read();
  for (;;) {
    const due = dueContacts(standing);
    if (due.length === 0) return;
    const view = await readDebtorView(tx, standing);
    if (await carryOut(tx, view, decide(view, due), attempts ?? new Map())) return;
    // a message that could not be written put its contacts to wait: what was kept for it is decided now
    standing = await read();
  }
}
