import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { findEntitySender, readDay, readLastPromise, type TaskRow } from '@relance/db/queries';
import { parseMoney } from '@relance/workflows/plan';
import { formatter } from '@relance/workflows/templates';
import type { Caller } from '../context.ts';
import type { debtor as debtorSchema } from '../schemas/debtor.ts';
import type { task as taskSchema } from '../schemas/task.ts';
import { scriptLines } from '../scripts/script.ts';

interface Call {
  row: TaskRow;
  task: z.infer<typeof taskSchema>;
  debtor: z.infer<typeof debtorSchema>;
}

const NAMED = 3;

/** What to say on a call, in the debtor's language, with what is known of the case; null for other tasks. */
export async function scriptOf(
  tx: Tx,
  { organisationId }: Caller,
  { row, task, debtor }: Call,
): Promise<{ id: string; lines: string[] } | null> {
  if (row.script === null) return null;
  const { language: own } = await readDay(tx, organisationId);
  const language = debtor.language ?? own;
  const say = formatter(language);
  const sender = row.entityId === null ? undefined : await findEntitySender(tx, organisationId, row.entityId);
  const promise = await readLastPromise(tx, organisationId, debtor.id);
  const total = task.amount && parseMoney(task.amount);
  const promised = promise?.amount ? say.money(promise.amount) : null;
  const lines = scriptLines(row.script, language, {
    sender_name: sender?.senderName ?? null,
    entity_name: sender?.name ?? null,
    contact_name: debtor.contacts.find(({ name }) => name !== '')?.name ?? null,
    invoices_short: namesOf(task.invoices.map(({ number }) => number)),
    total_due: total ? say.money(total) : null,
    oldest_due_date: task.invoices[0] ? say.shortDate(task.invoices[0].dueDate) : null,
    call_date: promise ? say.shortDate(promise.calledOn) : null,
    promise_line: promise && promised ? `${promised} (${say.shortDate(promise.date)})` : null,
  });
  return lines && { id: row.script, lines };
}

function namesOf(numbers: readonly string[]): string {
  const more = numbers.length - NAMED;
  return numbers.slice(0, NAMED).join(', ') + (more > 0 ? ` (+${more})` : '');
}
