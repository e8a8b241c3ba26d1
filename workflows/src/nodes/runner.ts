import type { Anchor } from '../plan/anchor.ts';
import type { Condition } from '../plan/condition.ts';
import type { Delay, PlanSettings } from '../plan/plan.ts';
import type { Command, EndReason } from '../engine/command.ts';
import type { ContactSettlement } from '../engine/event.ts';
import type { WaitingFor } from '../engine/state.ts';

/** What reaches a token that waits on a node. */
export type Signal =
  | { kind: 'deadline' }
  | { kind: 'task'; outcome: string }
  | { kind: 'contact'; status: ContactSettlement; reason: string | null };

/**
 * What a node answers: leave by an outcome, stay and wait, end, open a parallel block with one token per outcome, or
 * arrive at the join of one. Commands are written in any case.
 */
export type Move = { commands?: Command[] } & (
  | { kind: 'go'; outcome: string }
  | { kind: 'stay'; waitingFor: WaitingFor; deadline: string | null }
  | { kind: 'end'; reason: EndReason; ends: 'case' | 'branch' }
  | { kind: 'fork'; outcomes: string[] }
  | { kind: 'join'; mode: 'all' | 'any' }
);

export interface WaitRule {
  delay: Delay;
  direction: 'before' | 'after';
  anchor: Anchor;
  /** `HH:MM` in the calendar's zone. */
  time: string;
}

/** One visit of a node, with what the engine can tell it: runners need no library of their own. */
export interface Visit {
  nodeId: string;
  visit: number;
  label: string;
  settings: PlanSettings;
  /** Instant of this step. */
  now: string;
  /** While held, a wait already past does not go on. */
  held: boolean;
  waitingFor: WaitingFor | null;
  /** Instant at which a wait ends, on an open day; null when its anchor is not known. */
  waitUntil(rule: WaitRule): string | null;
  /** End of the working day on which work that may take `delay` from now is due. */
  dueAt(delay: Delay): string;
  /** Whether the instant has come. */
  isPast(instant: string): boolean;
  holds(condition: Condition): boolean;
}

/** Pure behaviour of a node type in the engine. */
export interface Runner<Config = never> {
  enter(config: Config, visit: Visit): Move;
  /** Called when something reaches a token that stayed. */
  resume?(config: Config, visit: Visit, signal: Signal): Move;
  /** The outcome by which the case goes on when a person skips this node, or when nothing better is known. */
  passBy(config: Config): string;
  /** The outcome of its task that lets a message leave, where a person has to agree. */
  agreed?: string;
  /** A wait does not count as the previous step. */
  isWait?: true;
  /** Its task, once done, was a contact with the debtor. */
  isContact?: true;
  /** A message node is visited at most once in one step. */
  isMessage?: true;
}
