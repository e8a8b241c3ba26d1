import type { Act } from '@relance/db/queries';
import { transfer } from '../transfer.ts';
import type { Stage } from '../stage.ts';

/** A debtor pays invoices, or a share of them, by one transfer for each ledger. */
export async function pay(stage: Stage, act: Act): Promise<string> {
  const {
    invoiceIds,
    share = 1,
    short = 0,
    silent = false,
  } = act.data as unknown as {
    invoiceIds: string[];
    share?: number;
    short?: number;
    silent?: boolean;
  };
  return transfer(stage, act, { invoiceIds, share, short, silent });
}
