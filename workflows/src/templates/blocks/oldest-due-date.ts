import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function oldestDueDate({ language, invoices }: MessageContext): string {
  const [oldest] = invoices.map(({ dueDate }) => dueDate).toSorted();
  return oldest === undefined ? '' : formatter(language).longDate(oldest);
}
