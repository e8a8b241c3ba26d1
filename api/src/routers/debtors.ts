import * as schemas from '../schemas/debtor.ts';
import * as whySchemas from '../schemas/why.ts';
import * as changes from '../schemas/debtor-change.ts';
import * as duplicates from '../schemas/duplicate.ts';
import { listDebtors } from '../services/debtor.ts';
import { addDebtorPerson, updateDebtor, updateDebtorPerson } from '../services/debtor-change.ts';
import { commandDebtor } from '../services/debtor-command.ts';
import { getDebtor } from '../services/debtor-sheet.ts';
import { keepDistinct, listDuplicates, mergeDebtor, unmergeDebtor } from '../services/duplicate.ts';
import { explainDebtor } from '../services/why.ts';
import { procedure, router } from '../trpc.ts';

export const debtorsRouter = router({
  list: procedure
    .input(schemas.debtorList)
    .output(schemas.debtors)
    .query(({ ctx, input }) => listDebtors(ctx, input)),
  get: procedure
    .input(schemas.debtorGet)
    .output(schemas.debtorSheet)
    .query(({ ctx, input }) => getDebtor(ctx, input)),
  why: procedure
    .input(whySchemas.whyGet)
    .output(whySchemas.why)
    .query(({ ctx, input }) => explainDebtor(ctx, input)),
  command: procedure
    .input(schemas.debtorCommand)
    .output(schemas.debtorCommanded)
    .mutation(({ ctx, input }) => commandDebtor(ctx, input)),
  update: procedure
    .input(changes.debtorUpdate)
    .output(schemas.debtorSheet)
    .mutation(({ ctx, input }) => updateDebtor(ctx, input)),
  addPerson: procedure
    .input(changes.debtorAddPerson)
    .output(schemas.debtorSheet)
    .mutation(({ ctx, input }) => addDebtorPerson(ctx, input)),
  updatePerson: procedure
    .input(changes.debtorUpdatePerson)
    .output(schemas.debtorSheet)
    .mutation(({ ctx, input }) => updateDebtorPerson(ctx, input)),
  duplicates: procedure
    .input(duplicates.duplicateList)
    .output(duplicates.duplicates)
    .query(({ ctx, input }) => listDuplicates(ctx, input)),
  merge: procedure
    .input(duplicates.debtorMerge)
    .output(duplicates.debtorMerged)
    .mutation(({ ctx, input }) => mergeDebtor(ctx, input)),
  unmerge: procedure
    .input(duplicates.debtorUnmerge)
    .output(duplicates.debtorDone)
    .mutation(({ ctx, input }) => unmergeDebtor(ctx, input)),
  distinct: procedure
    .input(duplicates.debtorDistinct)
    .output(duplicates.debtorDone)
    .mutation(({ ctx, input }) => keepDistinct(ctx, input)),
});
