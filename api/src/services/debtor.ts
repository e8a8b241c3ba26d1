import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { readDay, readDebtors, readOverdue, readPersons, type ListedDebtor } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/debtor.ts';
import { listFrom } from '../schemas/list.ts';
import { groupBy } from './group-by.ts';
import { moneyOf } from './money.ts';
import { ownerSeen } from './own-customers.ts';

type Debtor = z.infer<typeof schemas.debtor>;

export function listDebtors(
  { caller, work }: Allowed,
  { limit, cursor, ...filters }: z.infer<typeof schemas.debtorList>,
): Promise<z.infer<typeof schemas.debtors>> {
  return work(async (tx) => {
    const { today } = await readDay(tx, caller.organisationId);
    const page = { limit, cursor };
    const { items, nextCursor } = listFrom(
      await readDebtors(tx, caller.organisationId, { filters: { ...filters, owner: ownerSeen(caller) }, page, today }),
      page,
    );
    return { items: await debtorsOf(tx, caller.organisationId, items), nextCursor };
  });
}

/** Rows with the persons there and what is overdue. */
export async function debtorsOf(tx: Tx, organisationId: string, rows: readonly ListedDebtor[]): Promise<Debtor[]> {
  const { today, currency } = await readDay(tx, organisationId);
  const debtorIds = rows.map(({ id }) => id);
  const personsOf = groupBy(await readPersons(tx, organisationId, debtorIds), ({ debtorId }) => debtorId);
  const debtsOf = groupBy(await readOverdue(tx, organisationId, { debtorIds, today }), ({ debtorId }) => debtorId);
  return rows.map((row) => {
    const debts = debtsOf(row.id);
    const own = debts.find((debt) => debt.currency === currency)?.amount ?? 0;
    return {
      ...row,
      contacts: personsOf(row.id),
      overdue: moneyOf(own, currency),
      overdueByCurrency: debts.map((debt) => moneyOf(debt.amount, debt.currency)),
      oldestDueDate: debts.map(({ oldestDueDate }) => oldestDueDate).sort()[0] ?? null,
    };
  });
}
