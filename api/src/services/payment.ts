import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/payment.ts';

export function listPayments(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.paymentList>,
): Promise<z.infer<typeof schemas.payments>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function createPayment(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.paymentCreate>,
): Promise<z.infer<typeof schemas.paymentCreated>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
