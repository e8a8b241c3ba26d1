import type { Money } from '../i18n/index.ts';
import type { Task } from './task.ts';

/** One debtor in the inbox: the task that is due first, and all that is to be done about it. */
export type TaskLine = Task & { tasks: readonly Task[]; amounts: readonly Money[] };

/** Tasks in their order, one line for each debtor: whoever is called is called once about everything. */
export function linesOf(tasks: readonly Task[]): TaskLine[] {
  const byDebtor = new Map<string, Task[]>();
  for (const task of tasks) {
    const known = byDebtor.get(task.debtor.id);
    if (known) known.push(task);
    else byDebtor.set(task.debtor.id, [task]);
  }
  return [...byDebtor.values()].flatMap((of) => (of[0] ? [{ ...of[0], tasks: of, amounts: amountsOf(of) }] : []));
}

/** Each task by itself: what is over is read one by one. */
export function singleLines(tasks: readonly Task[]): TaskLine[] {
  return tasks.map((task) => ({ ...task, tasks: [task], amounts: amountsOf([task]) }));
}

/** What is at stake by currency; an invoice that two tasks are about counts once. */
function amountsOf(tasks: readonly Task[]): Money[] {
  const seen = new Set<string>();
  const sums = new Map<string, { minor: bigint; decimals: number }>();
  for (const { id, balance } of tasks.flatMap(({ invoices }) => invoices)) {
    if (seen.has(id)) continue;
    seen.add(id);
    const decimals = balance.amount.split('.')[1]?.length ?? 0;
    const minor = BigInt(balance.amount.replace('.', '')) + (sums.get(balance.currency)?.minor ?? 0n);
    sums.set(balance.currency, { minor, decimals });
  }
  return [...sums].map(([currency, { minor, decimals }]) => {
    const digits = String(minor).padStart(decimals + 1, '0');
    const cut = digits.length - decimals;
    return { currency, amount: decimals > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits };
  });
}

/** What comes after a task: the same debtor's next one, then the next debtor's first; undefined: nothing is left. */
export function taskAfter(lines: readonly TaskLine[], id: string | undefined): string | undefined {
  const index = lines.findIndex(({ tasks }) => tasks.some((task) => task.id === id));
  const own = lines[index]?.tasks ?? [];
  const place = own.findIndex((task) => task.id === id);
  return (own[place + 1] ?? lines[index + 1] ?? lines.find(({ tasks }) => !tasks.some((task) => task.id === id)))?.id;
}
