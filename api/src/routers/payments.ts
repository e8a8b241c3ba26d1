import * as schemas from '../schemas/payment.ts';
import { createPayment, getPayment, listPayments } from '../services/payment.ts';
import { allocatePayment, unallocatePayment } from '../services/payment-allocate.ts';
import { procedure, router } from '../trpc.ts';

export const paymentsRouter = router({
  list: procedure
    .input(schemas.paymentList)
    .output(schemas.payments)
    .query(({ ctx, input }) => listPayments(ctx, input)),
  get: procedure
    .input(schemas.paymentGet)
    .output(schemas.payment)
    .query(({ ctx, input }) => getPayment(ctx, input)),
  create: procedure
    .input(schemas.paymentCreate)
    .output(schemas.paymentCreated)
    .mutation(({ ctx, input }) => createPayment(ctx, input)),
  allocate: procedure
    .input(schemas.paymentAllocate)
    .output(schemas.payment)
    .mutation(({ ctx, input }) => allocatePayment(ctx, input)),
  unallocate: procedure
    .input(schemas.paymentUnallocate)
    .output(schemas.payment)
    .mutation(({ ctx, input }) => unallocatePayment(ctx, input)),
});
