type Row = Record<string, unknown>;
type Rows = Record<string, unknown[]>;

/** What a life came to: the same for two lives of one organisation, whatever was killed on the way. */
export interface Outcome {
  /** Contacts, messages, tasks, cases, invoices and their trail; a message of unknown fate stands as if it had left. */
  tables: Record<string, Row[]>;
  /** What the provider has accepted. */
  accepted: Row[];
  /** Messages that were of unknown fate, by name: somebody may have found out since. */
  unknown: string[];
  /** Messages that a task asks or has asked about, by name. */
  asked: string[];
}

// a reservation that nobody took up is made again, and one way may be gone in two stages: the trail says so
const ATTEMPTS = new Set(['message-reserved', 'message-released', 'message-late-answer', 'clock-advanced']);

/** Reads a snapshot of `tests/drivers/snapshot.ts`. */
export function outcomeOf(rows: Rows): Outcome {
  const { mail = [], ...tables } = rows as Record<string, Row[]>;
  const unknown = (tables.audit ?? []).filter(({ kind }) => kind === 'message-unknown');
  const asked = (tables.task ?? []).filter(({ kind, status }) => kind === 'unknown-delivery' && status !== 'cancelled');
  return {
    tables: Object.fromEntries(Object.entries(tables).map(([name, each]) => [name, settled(each)])),
    accepted: mail,
    unknown: [...new Set(unknown.map(({ message_id: name }) => String(name)))].toSorted(),
    asked: asked.map(({ message_id: name }) => String(name)).toSorted(),
  };
}

/** The same rows without all that concerns some debtors, by reference. */
export function withoutDebtors(rows: Rows, refs: readonly string[]): Rows {
  const cases = (rows['enrolment'] as Row[]).filter(({ debtor_id: id }) => refs.some((ref) => id === `debtor ${ref}`));
  const words = [
    ...refs.flatMap((ref) => [`"debtor ${ref}"`, `to ${ref} at `, `of ${ref} at `]),
    ...cases.flatMap(({ invoice_id: invoice }) => [
      `"${String(invoice)}"`,
      String(invoice).replace('invoice', 'case of'),
    ]),
  ];
  const kept = (row: unknown) => !words.some((word) => JSON.stringify(row).includes(word));
  return Object.fromEntries(Object.entries(rows).map(([table, each]) => [table, each.filter(kept)]));
}

/** Names of messages stand in their headers: `<name@sender's domain>`. */
export function nameOf({ message_id_header: header }: Row): string {
  return /^<(.*)@[^@]*>$/.exec(String(header))?.[1] ?? '';
}

function asksOfUnknown({ kind, reason, data }: Row): boolean {
  if (kind === 'unknown-delivery' || (kind === 'task-opened' && reason === 'unknown-delivery')) return true;
  // the second collector of the demo finds out and answers
  const answered = kind === 'task-completed' && (data as Row).taskKind === 'unknown-delivery';
  return answered || kind === 'message-arrived';
}

function settled(rows: Row[]): Row[] {
  return rows
    .filter((row) => !asksOfUnknown(row) && !ATTEMPTS.has(String(row.kind)))
    .map((row) => asIfLeft(alone(row)));
}

/** A step at the instant at which another case of its debtor sends may read the standing before or after that. */
function alone(row: Row): Row {
  if (!('facts' in row)) return row;
  const facts = row.facts as Row;
  const { 'debtor.gravestTone90': _, ...values } = facts.values as Row;
  return { ...row, facts: { ...facts, values } };
}

/** A contact, a message, its event or its trail, as they would stand if the provider had answered. */
function asIfLeft(row: Row): Row {
  const { status, kind, data } = row;
  if (kind === 'message-unknown') return { ...row, kind: 'message-handed-over', reason: null };
  if (kind === 'contact-settled') return { ...row, data: asIfLeft(data as Row) };
  if (status !== 'unknown') return row;
  if ('node_id' in row) return { ...row, status: 'sent', reason: null, sent_at: row.settled_at };
  return { ...row, status: 'nodeId' in row ? 'sent' : 'handed-over', reason: null };
}
