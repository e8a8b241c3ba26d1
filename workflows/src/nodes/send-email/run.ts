import type { TaskOutcome } from '../../engine/command.ts';
import type { Move, Runner, Visit } from '../runner.ts';
import type { SendEmailPlan } from './node.ts';

const CONFIRMATION: TaskOutcome[] = [
  { id: 'send', label: 'outcome.send', fields: [] },
  { id: 'drop', label: 'outcome.drop', fields: [] },
];

/** Plans one invoice's part in a message and waits until it is settled, after a person's word where that is asked. */
export const runSendEmail: Runner<SendEmailPlan> = {
  enter(config, visit) {
    const planned: Move['commands'] = [
      {
        kind: 'plan-contact',
        nodeId: visit.nodeId,
        visit: visit.visit,
        channel: 'email',
        template: config.template,
        tone: config.tone,
        recipients: config.recipients,
        mode: config.mode,
        answerIn: config.answerIn,
        minimumDistanceDays: visit.settings.minimumDistanceDays,
        slotAt: visit.now,
      },
    ];
    if (config.mode === 'automatic') return { kind: 'stay', waitingFor: 'contact', deadline: null, commands: planned };
    return { kind: 'stay', waitingFor: 'task', deadline: null, commands: [...planned, confirmation(visit)] };
  },
  resume(_config, visit, signal) {
    const { nodeId, visit: number } = visit;
    if (signal.kind === 'task' && signal.outcome === 'send') {
      const release = { kind: 'release-contact', nodeId, visit: number, slotAt: visit.now } as const;
      return { kind: 'stay', waitingFor: 'contact', deadline: null, commands: [release] };
    }
    if (signal.kind === 'task' && signal.outcome === 'drop') {
      const drop = { kind: 'drop-contact', nodeId, visit: number, reason: 'dropped' } as const;
      return { kind: 'go', outcome: 'next', commands: [drop] };
    }
    if (signal.kind === 'contact') {
      const settled = { kind: 'cancel-step', nodeId, visit: number, reason: 'contact-settled' } as const;
      return { kind: 'go', outcome: 'next', commands: visit.waitingFor === 'task' ? [settled] : [] };
    }
    return { kind: 'go', outcome: signal.kind === 'task' ? signal.outcome : 'next' };
  },
  passBy: () => 'next',
  agreed: 'send',
  isMessage: true,
};

function confirmation(visit: Visit): NonNullable<Move['commands']>[number] {
  return {
    kind: 'open-task',
    nodeId: visit.nodeId,
    visit: visit.visit,
    taskKind: 'confirm-email',
    title: visit.label,
    instructions: null,
    script: null,
    outcomes: CONFIRMATION,
    dueAt: visit.dueAt({ amount: 0, unit: 'business-day' }),
  };
}
