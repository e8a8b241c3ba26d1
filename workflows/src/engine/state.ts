import type { AnswerValue } from './event.ts';
import type { EndReason } from './command.ts';

export type WaitingFor = 'time' | 'contact' | 'task';

/** One point of an enrolment's state. `waitingFor` is null inside one `advance`, and where an incident stopped a token. */
export interface Token {
  id: number;
  scope: number;
  nodeId: string;
  visit: number;
  waitingFor: WaitingFor | null;
  /** Instant at which the token goes on without an event; null: never by itself. */
  deadline: string | null;
  /** Instant of arrival on this node. */
  enteredAt: string;
  /** Instant at which the token left the previous node other than a wait. */
  leftPreviousAt: string;
}

/** A parallel block in progress. Scope 0 is the whole case and has no fork. */
export interface Scope {
  id: number;
  forkNodeId: string | null;
  visit: number;
  parent: number | null;
  /** Join at which a token of this scope has arrived; null so far. */
  joinNodeId: string | null;
}

export interface Vars {
  /** Answers of tasks, by node id and field; the last visit wins. */
  answers: Record<string, Record<string, AnswerValue>>;
  /** Dates (`YYYY-MM-DD`) that sent messages gave for an answer, by node id. */
  answerBy: Record<string, string>;
  /** Days by which waits on the invoice's own dates come later, because it entered late; absent: none. */
  shiftDays?: number;
}

/** Everything the engine remembers of one enrolment between two steps. Instants ISO 8601 in UTC. */
export interface State {
  format: 1;
  tokens: Token[];
  scopes: Scope[];
  /** Visits so far by node path (`sub/child`). */
  visits: Record<string, number>;
  vars: Vars;
  nextTokenId: number;
  nextScopeId: number;
  held: { until: string | null; untilAt: string | null } | null;
  /** Set for ever when the case ends. */
  outcome: { reason: EndReason; nodeId: string | null } | null;
  /** Set when the engine could not go on; a `retry`, `skip` or `move` clears it. */
  incident: { code: string; nodeId: string | null } | null;
}
