import type { Runner } from '../runner.ts';
import type { CallPlan } from './node.ts';

/** Opens a call and waits for how it went; may leave by `overdue` when nobody called in time. */
export const runCall: Runner<CallPlan> = {
  enter(config, visit) {
    const { nodeId, visit: number, label } = visit;
    const dueAt = visit.dueAt(config.dueIn);
    return {
      kind: 'stay',
      waitingFor: 'task',
      deadline: config.branchWhenOverdue ? dueAt : null,
      commands: [
        {
          kind: 'open-task',
          nodeId,
          visit: number,
          taskKind: 'call',
          title: label,
          instructions: null,
          script: config.script,
          outcomes: config.outcomes,
          dueAt,
        },
      ],
    };
  },
  resume(_config, { nodeId, visit }, signal) {
    if (signal.kind === 'task') return { kind: 'go', outcome: signal.outcome };
    const cancel = { kind: 'cancel-step', nodeId, visit, reason: 'overdue' } as const;
    return { kind: 'go', outcome: 'overdue', commands: [cancel] };
  },
  passBy: () => 'no-answer',
  isContact: true,
};
