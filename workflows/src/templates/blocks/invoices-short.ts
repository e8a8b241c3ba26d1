import type { MessageContext } from '../message-context.ts';

export function invoicesShort({ language, invoices }: MessageContext): string {
  const [first] = invoices;
  if (!first) return '';
  if (invoices.length > 1) return `${invoices.length} ${language === 'fr' ? 'factures' : 'invoices'}`;
  return `${language === 'fr' ? 'facture' : 'invoice'} ${first.number}`;
}
