import type { z } from 'zod';
import { checkCompletion, type AnswerValue, type TaskOutcome } from '@relance/workflows/engine';
import { say, type Text } from '@relance/workflows/messages';
import type { CaseAnswer, CaseRow } from '@relance/db/queries';
import type { InputError } from '../problem.ts';
import type { taskPreview } from '../schemas/task.ts';

type Given = Pick<z.infer<typeof taskPreview>, 'outcome' | 'values' | 'exceptions'>;
type Values = Record<string, AnswerValue>;

/** An answer to a task, read: what it comes to for each case, or what is wrong with it. */
export interface TaskAnswer {
  outcome: string;
  values: Values;
  cases: CaseAnswer[];
  faults: { error: InputError; text: Text }[];
}

/** Checks an answer against the outcomes that a task offers and gives each of its cases its part. */
export function readAnswer(outcomes: readonly TaskOutcome[], cases: readonly CaseRow[], given: Given): TaskAnswer {
  const faults: TaskAnswer['faults'] = [];
  const blame = (path: string[], text: Text): void => {
    faults.push({ error: { path: path.join('.'), message: say(text, 'en') }, text });
  };
  const check = (at: string[], outcome: string, values: Given['values']): Values => {
    const checked = checkCompletion(outcomes, outcome, values);
    for (const { path, message } of checked.faults) blame([...at, ...path], message);
    return checked.values;
  };
  const values = check([], given.outcome, given.values);
  const own = new Map<string, { outcome: string; values: Values }>();
  (given.exceptions ?? []).forEach((exception, index) => {
    const at = ['exceptions', String(index)];
    const known = cases.some(({ invoiceId }) => invoiceId === exception.invoiceId);
    if (!known || own.has(exception.invoiceId)) blame([...at, 'invoiceId'], { key: 'completion.invoice' });
    own.set(exception.invoiceId, {
      outcome: exception.outcome,
      values: check(at, exception.outcome, exception.values),
    });
  });
  const promised = promisedAmount(given.outcome, values);
  const currency = cases[0]?.currency ?? promised?.currency;
  if (promised && promised.currency !== currency) blame(['values', 'amount'], { key: 'completion.currency' });
  return { outcome: given.outcome, values, cases: shareOut(cases, own, given.outcome, values), faults };
}

/** What was promised covers the invoices oldest first: each case carries its share, the last of them perhaps nothing. */
function shareOut(
  cases: readonly CaseRow[],
  own: ReadonlyMap<string, { outcome: string; values: Values }>,
  outcome: string,
  values: Values,
): CaseAnswer[] {
  const promised = promisedAmount(outcome, values);
  let left = promised?.amount ?? 0;
  return cases.map(({ id: caseId, invoiceId, balance }) => {
    const exception = own.get(invoiceId);
    if (exception) return { caseId, ...exception };
    if (!promised) return { caseId, outcome, values };
    const share = Math.min(left, balance);
    left -= share;
    return { caseId, outcome, values: { ...values, amount: { ...promised, amount: share } } };
  });
}

function promisedAmount(outcome: string, { amount }: Values) {
  return outcome === 'promised' && typeof amount === 'object' ? amount : null;
}
