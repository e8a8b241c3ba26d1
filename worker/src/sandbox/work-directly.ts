import { inOrganisation } from '@relance/db';
import { leaveForRelay, readDueDebtors, readDueEnrolments, type DueDebtor } from '@relance/db/queries';
import { atMost } from '../at-most.ts';
import type { Deps } from '../deps.ts';
import { deliverMessage, dispatchDebtor } from '../dispatch/index.ts';
import { stepEnrolment } from '../step/index.ts';
import type { Shift, Work } from './step-organisation.ts';

const AT_ONCE = 4;
const BATCH = 200;
/** One debtor may have several messages to one instant, each decided when the one before is settled. */
const MOST_REPEATS = 5;

/**
 * Does everything that is due at an instant with the runs' own functions: all enrolments first, so that what becomes ripe
 * together leaves together, then the debtors, until neither has anything to do. What it touches is left for the relay,
 * which pokes it when the advance is over.
 */
export async function workDirectly(deps: Deps, organisationId: string, at: string, shift: Shift): Promise<Work> {
  const { until, seen } = shift;
  let steps = 0;
  let before = '';
  let repeats = 0;
  for (;;) {
    const enrolments = await inOrganisation(deps.app, organisationId, (tx) =>
      readDueEnrolments(tx, organisationId, at, BATCH),
    );
    const debtors = enrolments.length > 0 ? [] : await dueDebtors(deps, organisationId, at, seen);
    if (enrolments.length + debtors.length === 0) return { outcome: 'quiescent', steps };
    const now = [...enrolments, ...debtors.map(({ id, version }) => `${id} ${version ?? ''}`)].join();
    repeats = now === before ? repeats + 1 : 0;
    // the same work again and again: it cannot be done just now
    if (repeats > MOST_REPEATS) return { outcome: 'waiting', steps };
    before = now;
    await atMost(AT_ONCE, enrolments, async (id) => {
      await stepEnrolment(deps, organisationId, id, null);
    });
    await atMost(AT_ONCE, debtors, ({ id }) => lookAfter(deps, organisationId, id));
    await leaveTouched(deps, organisationId, enrolments, debtors, seen);
    steps += enrolments.length + debtors.length;
    if (Date.now() > until) return { outcome: 'more', steps };
  }
}

/** Those with something ripe, and those poked since the last look. */
async function dueDebtors(
  { app }: Deps,
  organisationId: string,
  at: string,
  seen: ReadonlyMap<string, string | null>,
): Promise<DueDebtor[]> {
  const rows = await inOrganisation(app, organisationId, (tx) => readDueDebtors(tx, organisationId, at));
  return rows.filter(({ id, version, ripe }) => ripe || seen.get(id) !== version);
}

async function lookAfter(deps: Deps, organisationId: string, debtorId: string): Promise<void> {
  const { deliver } = await dispatchDebtor(deps, organisationId, debtorId, null);
  for (const messageId of deliver) await deliverMessage(deps, organisationId, messageId);
}

async function leaveTouched(
  { app }: Deps,
  organisationId: string,
  enrolments: readonly string[],
  debtors: readonly DueDebtor[],
  seen: Map<string, string | null>,
): Promise<void> {
  for (const { id, version } of debtors) if (version !== null) seen.set(id, version);
  await inOrganisation(app, organisationId, async (tx) => {
    if (enrolments.length > 0) await leaveForRelay(tx, organisationId, 'enrolment', enrolments);
    const left = await leaveForRelay(
      tx,
      organisationId,
      'debtor',
      debtors.map(({ id }) => id),
    );
    for (const [id, version] of left) seen.set(id, version);
  });
}
