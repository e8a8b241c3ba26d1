import { frenchTypography } from '../../messages/typography.ts';
import type { MessageContext } from '../message-context.ts';
import type { Block } from '../render.ts';
import { invoiceRows } from './invoice-rows.ts';

export function otherOverdueBlock(context: MessageContext): Block {
  const caption =
    context.language === 'fr'
      ? frenchTypography('Pour information, d’autres factures sont échues :')
      : 'For your information, these invoices are overdue too:';
  return invoiceRows(context, { invoices: context.otherOverdue, credits: [], caption });
}
