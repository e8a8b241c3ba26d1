import type { Text } from '../messages/text.ts';
import type { Plan } from '../plan/plan.ts';
import type { Command } from './command.ts';

/** Something that lies ahead of a case: `at` is null when only a person's act brings it. */
export interface Ahead {
  at: string | null;
  /** When work for a person comes up, where it is due later than that. */
  opensAt?: string;
  nodeId: string | null;
  what: Text;
}

/** What people would call the commands of one step; notes and bookkeeping say nothing. */
export function aheadOf(plan: Plan, commands: readonly Command[], at: string): Ahead[] {
  const awaited = new Set(
    commands.flatMap((command) =>
      command.kind === 'open-task' && command.taskKind === 'confirm-email' ? [command.nodeId] : [],
    ),
  );
  return commands.flatMap((command): Ahead[] => {
    switch (command.kind) {
      case 'plan-contact': {
        const key = awaited.has(command.nodeId) ? 'ahead.confirm-email' : 'ahead.send-email';
        return [
          {
            at,
            nodeId: command.nodeId,
            what: { key, values: { label: plan.nodes[command.nodeId]?.label ?? command.template } },
          },
        ];
      }
      case 'open-task': {
        if (command.taskKind === 'confirm-email') return [];
        const what = { key: `ahead.${command.taskKind}`, values: { title: command.title } };
        const due = command.dueAt ?? at;
        return [{ at: due, ...(due !== at && { opensAt: at }), nodeId: command.nodeId, what }];
      }
      case 'end': {
        const reason = { key: `end-reason.${command.reason}` };
        return [{ at, nodeId: command.nodeId, what: { key: 'ahead.end', values: { reason } } }];
      }
      case 'incident':
        return [{ at, nodeId: command.nodeId, what: { key: 'ahead.incident' } }];
      default:
        return [];
    }
  });
}
