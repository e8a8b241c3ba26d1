import type { Command } from '../engine/command.ts';
import type { EngineEvent } from '../engine/event.ts';
import { factsAt } from '../engine/facts-at.ts';
import { isPast } from '../engine/instant.ts';
import { run } from '../engine/run.ts';
import type { NewCase } from './new-case.ts';

export interface DayOfCase {
  it: NewCase;
  /** Everything that its scenario asks for that day. */
  commands: Command[];
  /** The step at which it enters because it is old; null: at the start. */
  enteredAt: string | null;
}

const MOST_STEPS = 50;

/** What a new case does from its entry until an instant, if nobody answers anything. */
export function enterCase(it: NewCase, from: string, until: string): DayOfCase {
  const entered: EngineEvent = {
    no: 1,
    kind: 'enrolled',
    v: 1,
    at: from,
    actor: '',
    reason: null,
    data: { lateEntry: 'by-age' },
  };
  let taken = run(it.plan, null, [entered], it.facts, from);
  const commands = [...taken.commands];
  for (let step = 0; step < MOST_STEPS && taken.wakeAt !== null && isPast(taken.wakeAt, until); step += 1) {
    const at = taken.wakeAt;
    taken = run(it.plan, taken.state, [], factsAt(it.facts, from, at), at);
    commands.push(...taken.commands);
  }
  return { it, commands, enteredAt: lateStepOf(commands) };
}

function lateStepOf(commands: readonly Command[]): string | null {
  for (const command of commands) {
    if (command.kind === 'note' && command.note === 'entered-late') return String(command.data['to']);
  }
  return null;
}
