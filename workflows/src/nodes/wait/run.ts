import type { Command, NoteKind } from '../../engine/command.ts';
import type { Runner, Visit } from '../runner.ts';
import type { WaitPlan } from './node.ts';

/** Waits until an instant; one that is already past, or counts from something unknown, goes on at once and says so. */
export const runWait: Runner<WaitPlan> = {
  enter(config, visit) {
    const until = visit.waitUntil(config);
    if (until === null) return { kind: 'go', outcome: 'next', commands: [note(visit, 'wait-passed', null)] };
    if (visit.isPast(until) && !visit.held) {
      return { kind: 'go', outcome: 'next', commands: [note(visit, 'wait-passed', until)] };
    }
    return { kind: 'stay', waitingFor: 'time', deadline: until, commands: [note(visit, 'wait-started', until)] };
  },
  resume: () => ({ kind: 'go', outcome: 'next' }),
  passBy: () => 'next',
  isWait: true,
};

function note({ nodeId, visit }: Visit, kind: NoteKind, until: string | null): Command {
  return { kind: 'note', note: kind, nodeId, visit, data: { until } };
}
