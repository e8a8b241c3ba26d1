import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function totalDue({ language, currency, invoices }: MessageContext): string {
  if (invoices.length === 0) return '';
  return formatter(language).money({ amount: invoices.reduce((sum, { balance }) => sum + balance, 0), currency });
}
