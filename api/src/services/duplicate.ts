import type { z } from 'zod';
import {
  appendAudit,
  countOpenInvoices,
  findDebtors,
  findMerge,
  insertDistinct,
  isHandingOver,
  lockDebtors,
  mergeDebtors,
  nowOf,
  readAccounts,
  readDuplicates,
  unmergeDebtors,
  type DebtorRow,
} from '@relance/db/queries';
import type { Tx } from '@relance/db';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/duplicate.ts';
import { debtorsOf } from './debtor.ts';
import { groupBy } from './group-by.ts';

type Duplicates = z.infer<typeof schemas.duplicates>;
type Done = z.infer<typeof schemas.debtorDone>;

/** Pairs of debtors that may be one, with what a person needs to tell. */
export function listDuplicates(
  { caller, work }: Allowed,
  { limit }: z.infer<typeof schemas.duplicateList>,
): Promise<Duplicates> {
  const { organisationId } = caller;
  return work(
    async (tx) => {
      const pairs = await readDuplicates(tx, organisationId);
      const shown = pairs.slice(0, limit);
      const ids = [...new Set(shown.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
      const accountsOf = groupBy(await readAccounts(tx, organisationId, ids), ({ debtorId }) => debtorId);
      const open = await countOpenInvoices(tx, organisationId, ids);
      const debtors = await debtorsOf(tx, organisationId, await findDebtors(tx, organisationId, ids));
      const sides = new Map(
        debtors.map((debtor) => [
          debtor.id,
          { ...debtor, accounts: accountsOf(debtor.id), openInvoices: open.get(debtor.id) ?? 0 },
        ]),
      );
      const items = shown.flatMap(({ oneId, otherId, reasons }) => {
        const [one, other] = [sides.get(oneId), sides.get(otherId)];
        return one && other ? [{ one, other, reasons }] : [];
      });
      return { total: pairs.length, items };
    },
    { isolation: 'repeatable read' },
  );
}

/** Makes two debtors one. */
export function mergeDebtor(
  { caller, work }: Allowed,
  { keptId, mergedId, reason }: z.infer<typeof schemas.debtorMerge>,
): Promise<z.infer<typeof schemas.debtorMerged>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    if (keptId === mergedId) {
      throw refused('not-possible', 'That is not possible here.', {
        errors: [{ path: 'mergedId', message: 'is the debtor that is kept' }],
      });
    }
    const { kept, merged } = await lockPair(tx, organisationId, keptId, mergedId);
    if (kept.mergedInto !== null || merged.mergedInto !== null) throw alreadyMerged();
    await refuseWhileHandingOver(tx, organisationId, mergedId);
    const at = await nowOf(tx, organisationId);
    return { mergeId: await mergeDebtors(tx, organisationId, { kept, merged, reason, actor, at }) };
  });
}

/** Makes two of one again. */
export function unmergeDebtor(
  { caller, work }: Allowed,
  { mergeId, reason }: z.infer<typeof schemas.debtorUnmerge>,
): Promise<Done> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const seen = await findMerge(tx, organisationId, mergeId);
    if (!seen) throw notFound('merge');
    const { kept, merged } = await lockPair(tx, organisationId, seen.keptId, seen.mergedId);
    // read again: somebody may have undone it before the locks were there
    const merge = await findMerge(tx, organisationId, mergeId);
    if (!merge || merge.undoneAt !== null) throw conflict('undone', 'This merge has been taken back.');
    if (kept.mergedInto !== null) throw conflict('merged', 'The kept debtor is another one now; take that back first.');
    await refuseWhileHandingOver(tx, organisationId, kept.id);
    const at = await nowOf(tx, organisationId);
    await unmergeDebtors(tx, organisationId, { merge, kept, merged, reason, actor, at });
    return { done: true };
  });
}

/** Two debtors are not one: they are not proposed again. */
export function keepDistinct(
  { caller, work }: Allowed,
  { oneId, otherId }: z.infer<typeof schemas.debtorDistinct>,
): Promise<Done> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const { kept: one, merged: other } = await lockPair(tx, organisationId, oneId, otherId);
    const at = await nowOf(tx, organisationId);
    await insertDistinct(tx, organisationId, { ids: [one.id, other.id], actor, at });
    await appendAudit(tx, organisationId, [
      { at, actor, kind: 'debtor-distinct', debtorId: one.id, ref: other.id, data: { name: other.name } },
      { at, actor, kind: 'debtor-distinct', debtorId: other.id, ref: one.id, data: { name: one.name } },
    ]);
    return { done: true };
  });
}

async function lockPair(
  tx: Tx,
  organisationId: string,
  keptId: string,
  mergedId: string,
): Promise<{ kept: DebtorRow; merged: DebtorRow }> {
  const rows = await lockDebtors(tx, organisationId, [keptId, mergedId]);
  const kept = rows.find(({ id }) => id === keptId);
  const merged = rows.find(({ id }) => id === mergedId);
  if (!kept || !merged) throw notFound('debtor');
  return { kept, merged };
}

const alreadyMerged = () => conflict('merged', 'One of the two is another debtor already.');

/** What is leaving at this moment comes to an end first: a minute at most. */
async function refuseWhileHandingOver(tx: Tx, organisationId: string, debtorId: string): Promise<void> {
  if (await isHandingOver(tx, organisationId, debtorId)) {
    throw conflict('handing-over', 'A message to this debtor is leaving right now; try again in a minute.');
  }
}
