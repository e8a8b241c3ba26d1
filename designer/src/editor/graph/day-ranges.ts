import { nodeDefinition } from '@relance/workflows/nodes';
import type { Graph, ScenarioNode } from '@relance/workflows/scenario';
import { type Days, readDelay, readWait, type Wait } from './read-config.ts';

/** Days from the due date on which a step may be reached. `to` null: nobody can say how late. */
export interface DayRange {
  from: number;
  to: number | null;
}

const CALL_DUE: Days = { amount: 2, unit: 'business-day', sign: 1 };

interface Span {
  from: number;
  to: number;
}

/** Where a token may stand: now, and when it left the last step that is not a wait. */
interface Reach {
  at: Span;
  left: Span;
}

// An invoice may enter its scenario at any age: before a wait that counts from a date, no day can be named.
const ANY_TIME: Reach = { at: { from: -Infinity, to: -Infinity }, left: { from: -Infinity, to: -Infinity } };

/**
 * Days from the due date on which each step may be reached, from the waits before it and the time that people have for
 * their tasks. Loops are counted once. Steps that no dated wait precedes are left out.
 */
export function dayRanges(graph: Graph): Map<string, DayRange> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const reached = new Map<string, Reach>();
  const leaves = new Map<string, Reach>();
  for (const id of forwardOrder(graph)) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const arrivals = graph.edges.filter(({ to }) => to === id).flatMap(({ from }) => leaves.get(from) ?? []);
    const reach = arrivals.reduce<Reach | null>((all, one) => (all === null ? one : join(all, one)), null) ?? ANY_TIME;
    reached.set(id, reach);
    leaves.set(id, leave(node, reach, { nodes, reached }));
  }
  return new Map([...reached].flatMap(([id, { at }]) => (at.from === -Infinity ? [] : [[id, toRange(at)] as const])));
}

const toRange = ({ from, to }: Span): DayRange => ({ from, to: to === Infinity ? null : to });

function join(a: Reach, b: Reach): Reach {
  return { at: joinSpans(a.at, b.at), left: joinSpans(a.left, b.left) };
}

function joinSpans(a: Span, b: Span): Span {
  // A branch whose day is not known says nothing about the earliest day.
  if (a.from === -Infinity || b.from === -Infinity) return a.from === -Infinity ? b : a;
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

interface Walk {
  nodes: ReadonlyMap<string, ScenarioNode>;
  reached: ReadonlyMap<string, Reach>;
}

function leave(node: ScenarioNode, { at, left }: Reach, walk: Walk): Reach {
  const wait = node.type === 'wait' ? readWait(node.config) : null;
  if (wait !== null) return { at: later(at, untilOf(wait, { at, left }, walk)), left };
  const gone = nodeDefinition(node.type)?.isHumanTask === true ? plus(at, { from: 0, to: longest(node) }) : at;
  return { at: gone, left: gone };
}

function untilOf({ delay, anchor }: Wait, { at, left }: Reach, { nodes, reached }: Walk): Span {
  const days = daysOf(delay);
  if (anchor === 'due-date') return days;
  if (anchor === 'previous-step' || anchor === 'last-contact') return plus(left, days);
  if (anchor !== null && typeof anchor === 'object') {
    const answerIn = readDelay(nodes.get(anchor.answerBy)?.config['answerIn']);
    const asked = reached.get(anchor.answerBy)?.at;
    if (answerIn !== null && asked !== undefined) return plus(plus(asked, daysOf(answerIn)), days);
  }
  return { from: at.from, to: Infinity };
}

const later = (a: Span, b: Span): Span => ({ from: Math.max(a.from, b.from), to: Math.max(a.to, b.to) });
const plus = (a: Span, b: Span): Span => ({ from: a.from + b.from, to: a.to + b.to });

/** How long a person may take: the delay of the task; a call without one has two business days; a task any time. */
function longest({ type, config }: ScenarioNode): number {
  const delay = readDelay(config['dueIn']) ?? (type === 'call' ? CALL_DUE : null);
  return delay === null ? Infinity : daysOf(delay).to;
}

/** Five business days are seven days; what is left over may meet a week-end or not. */
function daysOf({ amount, unit, sign }: Days): Span {
  const [least, most] =
    unit === 'day' ? [amount, amount] : [amount + 2 * Math.floor(amount / 5), amount + 2 * Math.ceil(amount / 5)];
  return sign === 1 ? { from: least, to: most } : { from: -most, to: -least };
}

/** Every step after those that lead to it, paths that go back left out. */
function forwardOrder(graph: Graph): string[] {
  const after = new Map<string, string[]>();
  for (const { from, to } of graph.edges) after.set(from, [...(after.get(from) ?? []), to]);
  const done: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const next of after.get(id) ?? []) visit(next);
    done.push(id);
  };
  for (const { id, type } of graph.nodes) if (type === 'start') visit(id);
  return done.toReversed();
}
