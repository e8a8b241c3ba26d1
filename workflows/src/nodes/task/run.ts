import type { Runner } from '../runner.ts';
import type { TaskPlan } from './node.ts';

/** Opens a piece of work and waits for one of its own outcomes. */
export const runTask: Runner<TaskPlan> = {
  enter(config, visit) {
    return {
      kind: 'stay',
      waitingFor: 'task',
      deadline: null,
      commands: [
        {
          kind: 'open-task',
          nodeId: visit.nodeId,
          visit: visit.visit,
          taskKind: 'task',
          title: config.title,
          instructions: config.instructions,
          script: null,
          outcomes: config.outcomes,
          dueAt: config.dueIn === null ? null : visit.dueAt(config.dueIn),
        },
      ],
    };
  },
  resume: (config, _visit, signal) => ({
    kind: 'go',
    outcome: signal.kind === 'task' ? signal.outcome : firstOutcome(config),
  }),
  passBy: firstOutcome,
};

function firstOutcome({ outcomes }: TaskPlan): string {
  return outcomes[0]?.id ?? '';
}
