import type { MessageContext } from '../message-context.ts';
import type { Block } from '../render.ts';
import { invoiceRows } from './invoice-rows.ts';

export function invoiceTable(context: MessageContext): Block {
  return invoiceRows(context, { invoices: context.invoices, credits: context.credits, caption: '' });
}
