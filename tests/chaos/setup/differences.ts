import { nameOf, outcomeOf, withoutDebtors, type Outcome } from './outcome.ts';

/**
 * All by which a harmed life differs from the calm one, in words: rows that only one of them has, messages accepted twice
 * or never, messages of unknown fate that are not one task each. Both are snapshots of one organisation.
 */
export function differences(calm: Record<string, unknown[]>, harmed: Record<string, unknown[]>): string[] {
  const { unknown } = outcomeOf(harmed);
  // who would have been refused takes another way from there, and nobody knows whether they were
  const refused = ((calm['message'] ?? []) as Record<string, unknown>[])
    .filter((row) => ['refused', 'bounced'].includes(String(row['status'])) && unknown.includes(nameOf(row)))
    .map((row) => /to (.*) at /.exec(nameOf(row))?.[1] ?? '');
  return compare(withoutDebtors(calm, refused), withoutDebtors(harmed, refused));
}

function compare(calm: Record<string, unknown[]>, harmed: Record<string, unknown[]>): string[] {
  const harm = outcomeOf(harmed);
  const [before, after] = [outcomeOf(calm), harm].map((outcome) => withoutCitations(outcome, harm.unknown));
  if (!before || !after) throw new Error('two lives have two outcomes');
  const names = new Set([...Object.keys(before.tables), ...Object.keys(after.tables)]);
  const tables = [...names].flatMap((table) => {
    const [rows, others] = [before.tables[table] ?? [], after.tables[table] ?? []];
    return [...surplus(rows, others, `${table}, missing`), ...surplus(others, rows, `${table}, too many`)];
  });
  // an unknown message may have been accepted or not
  const certain = before.accepted.filter((mail) => !after.unknown.includes(nameOf(mail)));
  return [
    ...tables,
    ...surplus(after.accepted, before.accepted, 'accepted without need'),
    ...surplus(certain, after.accepted, 'never accepted'),
    ...surplus(after.unknown, after.asked, 'unknown, and no task asks'),
    ...surplus(after.asked, after.unknown, 'a task asks without need'),
  ];
}

const CITATION = /\n\nNotre précédent message\s:[^\n]*|<p[^>]*>Notre précédent message\s:[^\n]*\n/g;

/** A later message to the same debtor rightly does not claim one of which nobody knows whether it left. */
function withoutCitations(outcome: Outcome, unknown: readonly string[]): Outcome {
  const debtors = unknown.map((name) => name.replace(/ at .*/, ' at '));
  const plain = <Item extends Record<string, unknown>>(row: Item): Item => {
    if (!debtors.some((debtor) => nameOf(row).startsWith(debtor))) return row;
    const [text, html] = [row['text'], row['html']].map((body) => String(body).replaceAll(CITATION, ''));
    return { ...row, text, html };
  };
  const { message = [], ...tables } = outcome.tables;
  return { ...outcome, tables: { ...tables, message: message.map(plain) }, accepted: outcome.accepted.map(plain) };
}

/** The items that stand more often in one list than in the other. */
function surplus(items: readonly unknown[], others: readonly unknown[], word: string): string[] {
  const left = new Map<string, number>();
  for (const other of others.map((each) => JSON.stringify(each))) left.set(other, (left.get(other) ?? 0) + 1);
  return items.flatMap((item) => {
    const text = JSON.stringify(item);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [`${word}: ${text}`];
  });
}
