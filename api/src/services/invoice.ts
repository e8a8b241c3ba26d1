import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/invoice.ts';

export function listInvoices(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.invoiceList>,
): Promise<z.infer<typeof schemas.invoices>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getInvoice(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.invoiceGet>,
): Promise<z.infer<typeof schemas.invoice>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
