import type { Formats, Translate } from '../i18n/index.ts';
import type { Draft } from './draft.ts';
import type { Task } from './task.ts';

/** How what follows begins: "Promise to pay on 15 Dec", of the invoices that end like that. */
export function headOf(
  task: Task,
  draft: Draft,
  invoiceIds: readonly string[],
  { t, f }: { t: Translate; f: Formats },
): string {
  const [first] = invoiceIds;
  const ending = (first !== undefined && draft.own[first]) || draft;
  const outcome = task.outcomes.find(({ id }) => id === ending.outcome)?.label ?? '';
  const date = ending.values['date'];
  return date ? t('inbox.next.head-date', { outcome, date: f.date(date, 'dayMonth') }) : outcome;
}
