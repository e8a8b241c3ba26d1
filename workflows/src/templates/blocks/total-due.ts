import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function totalDue(context: MessageContext): string {
  if (context.invoices.length === 0) return '';
  return formatter(context.language).money({ amount: totalOf(context), currency: context.currency });
}

/** What is asked for: the table's balances less what the creditor owes. */
export function totalOf({ invoices, credits }: Pick<MessageContext, 'invoices' | 'credits'>): number {
  const balances = invoices.reduce((sum, { balance }) => sum + balance, 0);
  return balances - credits.reduce((sum, { amount }) => sum + amount, 0);
}
