import * as schemas from '../schemas/debtor.ts';
import { getDebtor, listDebtors } from '../services/debtor.ts';
import { commandDebtor } from '../services/debtor-command.ts';
import { procedure, router } from '../trpc.ts';

export const debtorsRouter = router({
  list: procedure
    .input(schemas.debtorList)
    .output(schemas.debtors)
    .query(({ ctx, input }) => listDebtors(ctx, input)),
  get: procedure
    .input(schemas.debtorGet)
    .output(schemas.debtor)
    .query(({ ctx, input }) => getDebtor(ctx, input)),
  command: procedure
    .input(schemas.debtorCommand)
    .output(schemas.debtorCommanded)
    .mutation(({ ctx, input }) => commandDebtor(ctx, input)),
});
