import * as schemas from '../schemas/invoice.ts';
import { getInvoice, listInvoices } from '../services/invoice.ts';
import { commandInvoice } from '../services/invoice-command.ts';
import { procedure, router } from '../trpc.ts';

export const invoicesRouter = router({
  list: procedure
    .input(schemas.invoiceList)
    .output(schemas.invoices)
    .query(({ ctx, input }) => listInvoices(ctx, input)),
  get: procedure
    .input(schemas.invoiceGet)
    .output(schemas.invoice)
    .query(({ ctx, input }) => getInvoice(ctx, input)),
  command: procedure
    .input(schemas.invoiceCommand)
    .output(schemas.invoice)
    .mutation(({ ctx, input }) => commandInvoice(ctx, input)),
});
