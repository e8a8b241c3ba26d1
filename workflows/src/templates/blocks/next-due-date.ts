import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

/** The first due date still to come; when all are past, the latest. */
export function nextDueDate({ language, invoices, today }: MessageContext): string {
  const dates = invoices.map(({ dueDate }) => dueDate).toSorted();
  const next = dates.find((date) => date >= today) ?? dates.at(-1);
  return next === undefined ? '' : formatter(language).longDate(next);
}
