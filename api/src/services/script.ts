import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { findEntitySender, readDay, readDisputedSums, type LastPromise, type TaskRow } from '@relance/db/queries';
import { parseMoney } from '@relance/workflows/plan';
import { formatter } from '@relance/workflows/templates';
import type { Caller } from '../context.ts';
import type { debtor as debtorSchema } from '../schemas/debtor.ts';
import type { task as taskSchema, taskSheet } from '../schemas/task.ts';
import { objectionsIn } from '../scripts/objection-words.ts';
import { scriptLines } from '../scripts/script.ts';

interface Call {
  row: TaskRow;
  task: z.infer<typeof taskSchema>;
  debtor: z.infer<typeof debtorSchema>;
  promise: LastPromise | null;
}

type CallWords = Pick<z.infer<typeof taskSheet>, 'script' | 'objections'>;

const NAMED = 3;

/** What to say on a call and what to answer, in the debtor's language, with what is known; nothing for other tasks. */
export async function callWordsOf(
  tx: Tx,
  { organisationId, language: read }: Caller,
  { row, task, debtor, promise }: Call,
): Promise<CallWords> {
  if (row.script === null) return { script: null, objections: [] };
  const { language: own } = await readDay(tx, organisationId);
  const language = debtor.language ?? own;
  const say = formatter(language);
  const sender = row.entityId === null ? undefined : await findEntitySender(tx, organisationId, row.entityId);
  const total = task.amount && parseMoney(task.amount);
  const promised = promise?.amount ? say.money(promise.amount) : null;
  const disputed = (await readDisputedSums(tx, organisationId, debtor.id)).find(
    ({ currency }) => currency === total?.currency,
  );
  const values = {
    sender_name: sender?.senderName ?? null,
    entity_name: sender?.name ?? null,
    contact_name: debtor.contacts.find(({ name }) => name !== '')?.name ?? null,
    invoices_short: namesOf(task.invoices.map(({ number }) => number)),
    total_due: total ? say.money(total) : null,
    oldest_due_date: task.invoices[0] ? say.shortDate(task.invoices[0].dueDate) : null,
    call_date: promise ? say.shortDate(promise.calledOn) : null,
    promise_line: promise && promised ? `${promised} (${say.shortDate(promise.date)})` : null,
    undisputed_amount:
      total && disputed && disputed.amount < total.amount
        ? say.money({ ...total, amount: total.amount - disputed.amount })
        : null,
  };
  const lines = scriptLines(row.script, language, values);
  return {
    script: lines && { id: row.script, language, lines },
    objections: objectionsIn(language, read ?? own, values).map(({ values: known, ...objection }) => ({
      ...objection,
      values: { ...known },
    })),
  };
}

function namesOf(numbers: readonly string[]): string {
  const more = numbers.length - NAMED;
  return numbers.slice(0, NAMED).join(', ') + (more > 0 ? ` (+${more})` : '');
}
