import type { Money } from '../plan/plan.ts';
import type { LateEntry } from '../plan/late-entry.ts';

/** What a person or a form answered: dates `YYYY-MM-DD`, money in minor units. */
export type AnswerValue = string | number | Money | null;

export type ContactSettlement = 'sent' | 'covered' | 'not-sent' | 'unknown' | 'cancelled';

/** Facts that reach an enrolment, by kind. What the engine does not know it keeps and ignores. */
export interface EventData {
  /** `lateEntry`: how an old invoice enters where the scenario does not say it; absent: at the first step. */
  enrolled: { lateEntry?: LateEntry };
  /** Nothing is left to pay. `by` tells money from a credit note or a remainder under the tolerance. */
  paid: { paymentId?: string; by: 'money' | 'credit' | 'tolerance' };
  'balance-changed': { balance: Money; paymentId?: string };
  'task-completed': {
    taskId: string;
    nodeId: string;
    visit: number;
    outcome: string;
    values: Record<string, AnswerValue>;
  };
  /** `at` is the instant of hand-over for `sent`; `answerBy` the date frozen in the message, if it had one. */
  'contact-settled': {
    contactId: string;
    nodeId: string;
    visit: number;
    status: ContactSettlement;
    reason: string | null;
    at: string;
    answerBy: string | null;
  };
  /** `until` is a date: on that day, in the organisation's zone, the case goes on by itself. Null: until resumed. */
  held: { until: string | null; untilAt: string | null };
  resumed: Record<string, never>;
  skip: { nodeId: string };
  move: { nodeId: string };
  retry: Record<string, never>;
  cancelled: Record<string, never>;
}

export type EventKind = keyof EventData;

/** One numbered fact. Numbers are per enrolment, gapless: the only order and the only deduplication. */
export type EngineEvent = {
  [Kind in EventKind]: {
    no: number;
    kind: Kind;
    v: 1;
    /** Organisation's time, ISO 8601 in UTC. */
    at: string;
    actor: string;
    reason: string | null;
    data: EventData[Kind];
  };
}[EventKind];

/** The engine's own tick: the deadline of one token, or the end of a hold (`tokenId` null), has passed. */
export interface DeadlineEvent {
  kind: 'deadline';
  tokenId: number | null;
  at: string;
}
