import type { Inputs } from '../api.ts';
import type { Draft, Ending, Typed } from './draft.ts';
import type { Task, TaskField } from './task.ts';

export type Completion = Pick<Inputs['tasks']['complete'], 'outcome' | 'values' | 'exceptions' | 'summary'>;

/** What still stops a task from being finished. */
export type Lack = { kind: 'outcome' } | { kind: 'fields' } | { kind: 'own'; invoice: string };

/** The answer that a draft gives to a task as it stands now, or what it lacks. */
export function completionOf(task: Task, draft: Draft): Completion | Lack {
  const { outcome } = draft;
  if (outcome === null) return { kind: 'outcome' };
  const values = valuesOf(task, draft, defaultsOf(task, draft));
  if (values === null) return { kind: 'fields' };
  const exceptions: NonNullable<Completion['exceptions']> = [];
  for (const invoice of task.invoices) {
    const own = draft.own[invoice.id];
    if (!own) continue;
    if (own.outcome === null) return { kind: 'own', invoice: invoice.number };
    const ownValues = valuesOf(task, own, { amount: invoice.balance.amount });
    if (ownValues === null) return { kind: 'own', invoice: invoice.number };
    exceptions.push({ invoiceId: invoice.id, outcome: own.outcome, values: ownValues });
  }
  const summary = task.kind === 'call' ? draft.summary.trim() : '';
  return { outcome, values, ...(exceptions.length > 0 && { exceptions }), ...(summary !== '' && { summary }) };
}

/** What a field holds until somebody types in it: a promise is for all that ends with it. */
export function defaultsOf(task: Task, draft: Draft): Typed {
  const sum = task.invoices
    .filter(({ id }) => !draft.own[id])
    .reduce((total, { balance }) => total + BigInt(balance.amount.replace('.', '')), 0n);
  const decimals = task.amount?.amount.split('.')[1]?.length ?? 0;
  const digits = String(sum).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return { amount: decimals > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits };
}

/** Only amounts that must be given have a default: an amount that may be left out stays empty. */
export function typedOf({ id, type, required }: TaskField, values: Typed, defaults: Typed): string | null {
  const typed = values[id];
  if (typed !== undefined) return typed;
  return type === 'money' && required ? (defaults[id] ?? null) : null;
}

function valuesOf(task: Task, { outcome, values }: Ending, defaults: Typed): Completion['values'] | null {
  const fields = task.outcomes.find(({ id }) => id === outcome)?.fields ?? [];
  const given: Completion['values'] = {};
  for (const field of fields) {
    const typed = typedOf(field, values, defaults)?.trim() ?? '';
    if (typed === '') {
      if (field.required) return null;
    } else if (field.type === 'money') {
      given[field.id] = { amount: typed, currency: task.amount?.currency ?? '' };
    } else if (field.type === 'number') {
      const number = Number(typed.replace(',', '.'));
      if (Number.isNaN(number)) return null;
      given[field.id] = number;
    } else {
      given[field.id] = typed;
    }
  }
  return given;
}
