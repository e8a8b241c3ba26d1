import { z } from 'zod';
import { debtor, debtorAccount } from './debtor.ts';
import { givenId, id } from './id.ts';
import { filled } from './text.ts';

const side = debtor.extend({ accounts: z.array(debtorAccount), openInvoices: z.int() });

export const duplicateList = z.strictObject({ limit: z.int().min(1).max(50).default(20) });

/** Debtors that may be one, with all that tells them apart. */
export const duplicates = z.object({
  total: z.int(),
  items: z.array(z.object({ one: side, other: side, reasons: z.array(z.enum(['siren', 'vat', 'email'])) })),
});

const given = z.object({ keptId: givenId, mergedId: givenId });
export const debtorMerge = z.strictObject({ ...given.shape, reason: filled() });
export const debtorMerged = z.object({ mergeId: id });

export const debtorUnmerge = z.strictObject({ mergeId: givenId, reason: filled() });
export const debtorDistinct = z.strictObject({ oneId: givenId, otherId: givenId });
export const debtorDone = z.object({ done: z.literal(true) });
