import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { findDebtor, readAccounts, readCreditLines, readMerges } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/debtor.ts';
import { debtorsOf } from './debtor.ts';
import { moneyOf } from './money.ts';
import { requireOwn } from './own-customers.ts';

type DebtorSheet = z.infer<typeof schemas.debtorSheet>;

export function getDebtor({ caller, work }: Allowed, { id }: z.infer<typeof schemas.debtorGet>): Promise<DebtorSheet> {
  return work(
    async (tx) => {
      const sheet = await readDebtorSheet(tx, caller.organisationId, id);
      requireOwn(caller, sheet.owner, 'debtor');
      return sheet;
    },
    { isolation: 'repeatable read' },
  );
}

/** One debtor with its accounts, what it has to its credit, and who else it was. */
export async function readDebtorSheet(tx: Tx, organisationId: string, id: string): Promise<DebtorSheet> {
  const row = await findDebtor(tx, organisationId, id);
  const [debtor] = row ? await debtorsOf(tx, organisationId, [row]) : [];
  if (!debtor) throw notFound('debtor');
  const credits = await readCreditLines(tx, organisationId, id);
  return {
    ...debtor,
    accounts: await readAccounts(tx, organisationId, [id]),
    credits: credits.map(({ amount, currency, ...credit }) => ({ ...credit, amount: moneyOf(amount, currency) })),
    merges: await readMerges(tx, organisationId, id),
  };
}
