import * as schemas from '../schemas/payment.ts';
import { createPayment, listPayments } from '../services/payment.ts';
import { procedure, router } from '../trpc.ts';

export const paymentsRouter = router({
  list: procedure
    .input(schemas.paymentList)
    .output(schemas.payments)
    .query(({ ctx, input }) => listPayments(ctx, input)),
  create: procedure
    .input(schemas.paymentCreate)
    .output(schemas.paymentCreated)
    .mutation(({ ctx, input }) => createPayment(ctx, input)),
});
