import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { lint } from '../lint/lint.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan/plan.ts';
import { TEST_TEXTS } from '../scenario/support/known-texts.ts';
import { randomGraph } from '../scenario/support/random-graph.ts';
import type { Command } from './command.ts';
import { describe } from './describe.ts';
import type { EngineEvent } from './event.ts';
import type { Facts } from './facts.ts';
import { forecast } from './forecast.ts';
import { isoInstant } from './instant.ts';
import { preview } from './preview.ts';
import { run } from './run.ts';
import { stateSchema } from './state-schema.ts';
import type { State } from './state.ts';
import { event, planOf } from './support/case.ts';
import { testFacts } from './support/facts.ts';

const START = Date.parse('2026-01-02T08:00:00Z');
const HOUR = 3_600_000;
/** Busy machines take long over a hundred stories. */
const PATIENCE = 60_000;

/** What the world does next: mostly what the case waits for, sometimes something out of turn. */
type Act = { choice: number; pick: number; hours: number };
const acts: fc.Arbitrary<Act[]> = fc.array(fc.record({ choice: fc.nat(19), pick: fc.nat(99), hours: fc.nat(24 * 9) }), {
  minLength: 5,
  maxLength: 40,
});

const facts: fc.Arbitrary<Facts> = fc
  .record({
    issueDate: fc.constantFrom(null, '2025-11-20', '2026-01-01'),
    dueDate: fc.constantFrom('2025-10-01', '2026-01-15', '2026-03-29', '2026-06-01'),
    lastContactAt: fc.constantFrom(null, '2025-12-01T10:00:00Z', '2026-01-01T10:00:00Z'),
    timeZone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC'),
    weekend: fc.constantFrom<number[]>([6, 7], [5, 6], [], [1, 2, 3, 4, 5, 6, 7]),
    balance: fc.constantFrom(null, { amount: 0, currency: 'EUR' }, { amount: 123_456, currency: 'GBP' }),
  })
  .map(({ balance, timeZone, weekend, ...rest }) =>
    testFacts({
      ...rest,
      calendar: { timeZone, weekend, closed: ['2026-04-06'] },
      values: { 'invoice.balance': balance },
    }),
  );

function eventOf(
  { choice, pick }: Act,
  plan: Plan,
  state: State,
  open: Command[],
  no: number,
  at: string,
): EngineEvent | null {
  const token = state.tokens[pick % Math.max(1, state.tokens.length)];
  const nodeIds = Object.keys(plan.nodes);
  const anyNode = nodeIds[pick % nodeIds.length] ?? '';
  const { nodeId = anyNode, visit = 1 } = token ?? {};
  if (choice < 10) return awaited(token?.waitingFor ?? null, { nodeId, visit, pick, open, no, at });
  switch (choice) {
    case 10:
      return event(
        'held',
        pick % 2 ? { until: null, untilAt: null } : { until: '2026-05-04', untilAt: '2026-05-03T22:00:00Z' },
        no,
        at,
      );
    case 11:
      return event('resumed', {}, no, at);
    case 12:
      return event('skip', { nodeId: pick % 2 ? nodeId : anyNode }, no, at);
    case 13:
      return event('move', { nodeId: pick % 5 ? anyNode : 'constructor' }, no, at);
    case 14:
      return event('retry', {}, no, at);
    case 15:
      return event('balance-changed', { balance: { amount: pick, currency: 'EUR' } }, no, at);
    case 16:
      return pick % 10 ? null : event('paid', { by: 'money' }, no, at);
    case 17:
      return event(
        'task-completed',
        { taskId: 't', nodeId: anyNode, visit: 1000 + pick, outcome: 'toString', values: {} },
        no,
        at,
      );
    case 18:
      return { ...event('resumed', {}, no, at), kind: 'from-a-later-version' } as unknown as EngineEvent;
    default:
      return null;
  }
}

interface Awaited {
  nodeId: string;
  visit: number;
  pick: number;
  open: Command[];
  no: number;
  at: string;
}

function awaited(waitingFor: string | null, { nodeId, visit, pick, open, no, at }: Awaited): EngineEvent | null {
  if (waitingFor === 'contact') {
    const status = (['sent', 'covered', 'not-sent', 'unknown', 'cancelled'] as const)[pick % 5] ?? 'sent';
    const answerBy = pick % 2 ? '2026-02-28' : null;
    return event('contact-settled', { contactId: 'c', nodeId, visit, status, reason: null, at, answerBy }, no, at);
  }
  if (waitingFor !== 'task') return null;
  const task = open.findLast((command) => command.kind === 'open-task' && command.nodeId === nodeId);
  const outcomes = task?.kind === 'open-task' ? task.outcomes : [];
  const chosen = outcomes[pick % Math.max(1, outcomes.length)];
  const values = Object.fromEntries(
    (chosen?.fields ?? []).map(({ id, type }) => [id, type === 'date' ? '2026-03-15' : type === 'number' ? pick : 'x']),
  );
  return event('task-completed', { taskId: 't', nodeId, visit, outcome: chosen?.id ?? '', values }, no, at);
}

function freeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

test(
  'random drawings have no error, and their plan does not depend on the order of keys',
  () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        expect(lint(graph, TEST_TEXTS).filter(({ severity }) => severity === 'error')).toEqual([]);
        const { plan } = compile(graph, TEST_TEXTS);
        if (plan === null) throw new Error('no plan');
        const turned = { ...plan, nodes: Object.fromEntries(Object.entries(plan.nodes).toReversed()) };
        expect(planHash(turned)).toBe(planHash(plan));
        expect(planHash(JSON.parse(JSON.stringify(plan)) as Plan)).toBe(planHash(plan));
      }),
    );
  },
  PATIENCE,
);

test(
  'whatever happens, a case waits or ends, says the same twice, and can be stored and read back',
  () => {
    fc.assert(
      fc.property(randomGraph, acts, facts, (graph, story, world) => {
        const plan = freeze(planOf(graph));
        freeze(world);
        let ms = START;
        let no = 1;
        let state: State | null = null;
        const open: Command[] = [];
        const step = (events: EngineEvent[]): void => {
          const now = isoInstant(ms);
          const before = state === null ? null : freeze(state);
          const taken = run(plan, before, freeze(events), world, now);
          expect(run(plan, before, events, world, now)).toEqual(taken);
          const stored: unknown = JSON.parse(JSON.stringify(taken.state));
          expect(stateSchema.parse(stored)).toEqual(taken.state);

          expect(taken.state.incident).toBeNull();
          const { tokens, outcome } = taken.state;
          expect(tokens.every(({ waitingFor }) => waitingFor !== null)).toBe(true);
          expect(tokens.length > 0).toBe(outcome === null);
          expect(taken.commands.filter(({ kind }) => kind === 'end').length).toBe(
            Number(outcome !== null && (before?.outcome ?? null) === null),
          );
          if (taken.wakeAt !== null) expect(Date.parse(taken.wakeAt)).toBeGreaterThan(ms);
          expect(describe(plan, taken.state)).not.toContain('Étape');
          open.push(...taken.commands);
          state = stateSchema.parse(stored);
        };
        step([event('enrolled', {}, no, isoInstant(ms))]);
        for (const act of story) {
          if (state === null) throw new Error('no state');
          ms += act.hours * HOUR;
          no += 1;
          const happened = eventOf(act, plan, state, open, no, isoInstant(ms));
          step(happened === null ? [] : [happened]);
        }
      }),
      { numRuns: 100 },
    );
  },
  PATIENCE,
);

test(
  'what lies ahead is in the order of time and never fails',
  () => {
    fc.assert(
      fc.property(randomGraph, facts, (graph, world) => {
        const plan = planOf(graph);
        const now = isoInstant(START);
        const { state } = run(plan, null, [event('enrolled', {}, 1, now)], world, now);
        freeze(state);
        const ahead = forecast(plan, state, world, now, 8);
        expect(ahead.length).toBeLessThanOrEqual(8);
        expect(state.outcome !== null || ahead.length > 0).toBe(true);
        const instants = ahead.map(({ at }) => Date.parse(at ?? now));
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        for (const { nodeId, visit, waitingFor } of state.tokens) {
          if (waitingFor !== 'task') continue;
          const node = plan.nodes[nodeId];
          for (const outcome of Object.keys(node?.next ?? {})) {
            const next = preview(plan, state, { nodeId, visit, outcome, values: {} }, world, now);
            expect(next.length).toBeLessThanOrEqual(4);
          }
        }
      }),
      { numRuns: 40 },
    );
  },
  PATIENCE,
);
