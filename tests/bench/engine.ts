import { compile } from '@relance/workflows/compile';
import { advance, type DeadlineEvent, type EngineEvent, type Facts, type State } from '@relance/workflows/engine';
import { STANDARD_TEXTS } from '@relance/workflows/lint';
import type { Plan } from '@relance/workflows/plan';
import { firmScenario } from '@relance/workflows/scenario';
import { rounded, type Row } from './row.ts';

const SECONDS = 3;
const BEGIN = '2026-03-02T08:00:00.000Z';
const MONEY = { amount: 120_000, currency: 'EUR' };
const FACTS: Facts = {
  issueDate: '2026-01-29',
  dueDate: '2026-02-28',
  lastContactAt: null,
  calendar: { timeZone: 'Europe/Paris', weekend: [6, 7], closed: ['2026-04-06', '2026-05-01', '2026-05-08'] },
  values: {
    'invoice.balance': MONEY,
    'invoice.total': MONEY,
    'invoice.daysOverdue': 10,
    'invoice.daysUntilDue': -10,
    'invoice.currency': 'EUR',
    'invoice.number': 'F1',
    'account.ref': 'C1',
    'debtor.overdue': MONEY,
    'debtor.overdueCount': 1,
    'debtor.oldestDays': 10,
    'debtor.gravestTone90': 1,
    'debtor.lastContactDays': null,
    'debtor.brokenPromises': 0,
    'debtor.credits': { amount: 0, currency: 'EUR' },
    'debtor.kind': 'business',
    'debtor.segment': null,
    'debtor.owner': null,
    'debtor.country': 'FR',
    'debtor.language': 'fr',
    'entity.id': 'sas',
    'entity.name': 'Exemple SAS',
  },
};

/** Cases of the firm reference scenario, from enrolment to their end, by the pure engine alone, one after the other. */
export function engine(): Promise<Row[]> {
  const { plan } = compile(firmScenario(), STANDARD_TEXTS);
  if (!plan) throw new Error('the reference scenario does not compile');
  live(plan);
  const begun = performance.now();
  let calls = 0;
  let seconds = 0;
  while (seconds < SECONDS) {
    calls += live(plan);
    seconds = (performance.now() - begun) / 1_000;
  }
  return Promise.resolve([
    {
      name: 'engine: advance',
      value: rounded(calls / seconds),
      unit: '1/s',
      limit: 'one core; working out days in a time zone',
    },
  ]);
}

/** One life in which nobody is reached and nothing is paid; returns how often the engine was asked. */
function live(plan: Plan): number {
  let now = BEGIN;
  let { state } = advance(plan, null, happening('enrolled', {}, 1, now), FACTS, now);
  let calls = 1;
  while (state.outcome === null) {
    const [token] = state.tokens;
    if (!token || state.incident) throw new Error(`the case is stuck: ${JSON.stringify(state)}`);
    calls += 1;
    if (token.waitingFor === 'time' && token.deadline !== null && token.deadline > now) now = token.deadline;
    ({ state } = advance(plan, state, nextOf(plan, state, calls, now), FACTS, now));
  }
  return calls;
}

function nextOf(plan: Plan, { tokens: [token] }: State, no: number, now: string): EngineEvent | DeadlineEvent {
  if (!token) throw new Error('a case that lives has a token');
  const { id, nodeId, visit, waitingFor } = token;
  if (waitingFor === 'time') return { kind: 'deadline', tokenId: id, at: now };
  if (waitingFor === 'contact') {
    const settled = { contactId: 'c', nodeId, visit, status: 'sent', reason: null, at: now, answerBy: null } as const;
    return happening('contact-settled', settled, no, now);
  }
  const outcomes = Object.keys(plan.nodes[nodeId]?.next ?? {});
  const outcome = outcomes.includes('no-answer') ? 'no-answer' : (outcomes.at(-1) ?? '');
  return happening('task-completed', { taskId: 't', nodeId, visit, outcome, values: {} }, no, now);
}

function happening<Kind extends EngineEvent['kind']>(
  kind: Kind,
  data: Extract<EngineEvent, { kind: Kind }>['data'],
  no: number,
  at: string,
): EngineEvent {
  return { no, kind, v: 1, at, actor: 'bench', reason: null, data } as EngineEvent;
}
