import { compile } from '../../compile/compile.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Graph } from '../../scenario/scenario.ts';
import { TEST_TEXTS } from '../../scenario/support/known-texts.ts';
import type { Command } from '../command.ts';
import type { EngineEvent, EventData, EventKind } from '../event.ts';
import type { Facts } from '../facts.ts';
import { type Run, run } from '../run.ts';
import type { State } from '../state.ts';
import { testFacts } from './facts.ts';

/** The plan of a drawing that has no error. */
export function planOf(graph: Graph): Plan {
  const { plan, findings } = compile(graph, TEST_TEXTS);
  if (plan === null) throw new Error(`The drawing has errors: ${JSON.stringify(findings)}`);
  return plan;
}

/** An event with the number, instant and kind that a test cares about. */
export function event<Kind extends EventKind>(kind: Kind, data: EventData[Kind], no: number, at: string): EngineEvent {
  return { no, kind, v: 1, at, actor: 'test', reason: null, data } as EngineEvent;
}

/** One case that a test lives through, event by event. */
export class TestCase {
  state: State | null = null;
  now: string;
  facts: Facts;
  wakeAt: string | null = null;
  /** Commands of the last step. */
  commands: Command[] = [];
  private no = 0;

  constructor(
    readonly plan: Plan,
    now: string,
    facts: Facts = testFacts(),
    enrolled: EventData['enrolled'] = {},
  ) {
    this.now = now;
    this.facts = facts;
    this.happen('enrolled', enrolled);
  }

  happen<Kind extends EventKind>(kind: Kind, data: EventData[Kind]): this {
    this.no += 1;
    return this.take(run(this.plan, this.state, [event(kind, data, this.no, this.now)], this.facts, this.now));
  }

  /** Lets time pass up to an instant, or to the next deadline. */
  pass(until: string | null = this.wakeAt): this {
    if (until === null) throw new Error('Nothing is due by itself');
    this.now = until;
    return this.take(run(this.plan, this.state, [], this.facts, this.now));
  }

  complete(nodeId: string, outcome: string, values: EventData['task-completed']['values'] = {}): this {
    const visit = this.state?.visits[nodeId] ?? 0;
    return this.happen('task-completed', { taskId: 'task', nodeId, visit, outcome, values });
  }

  settle(nodeId: string, changes: Partial<EventData['contact-settled']> = {}): this {
    const visit = this.state?.visits[nodeId] ?? 0;
    return this.happen('contact-settled', {
      contactId: 'contact',
      nodeId,
      visit,
      status: 'sent',
      reason: null,
      at: this.now,
      answerBy: null,
      ...changes,
    });
  }

  /** Where the case stands: `node` or `node until instant`. */
  get places(): string[] {
    return (this.state?.tokens ?? []).map(({ nodeId, deadline }) =>
      deadline === null ? nodeId : `${nodeId} until ${deadline}`,
    );
  }

  /** The last step's notes and other commands, by kind. */
  get kinds(): string[] {
    return this.commands.map((command) => (command.kind === 'note' ? command.note : command.kind));
  }

  private take({ state, commands, wakeAt }: Run): this {
    this.state = state;
    this.commands = commands;
    this.wakeAt = wakeAt;
    return this;
  }
}
