import { scenario } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { SMALL_BALANCE_POSITIONS } from './small-balance-positions.ts';

const AFTER_DUE = { direction: 'after', anchor: 'due-date', time: '09:00' };
const ANSWER_IN = { answerIn: { amount: 8, unit: 'day' } };
const LARGE = [{ id: 'large', label: '150 € et plus', when: debtorOwes('>=', '150.00') }];

/** "Petits soldes": three e-mails, no call, no letter; the cost of more would be above what is at stake. */
export function smallBalanceScenario(): Graph {
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('wait-reminder-1', 'wait', 'J+5 ouvrés', { ...AFTER_DUE, amount: 5, unit: 'business-day' })
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-reminder-2', 'wait', 'J+20', { ...AFTER_DUE, amount: 20, unit: 'day' })
    .node('size-20', 'decision', 'Total du débiteur', { branches: LARGE })
    .node('reminder-2', 'send-email', 'Relance 2', { template: 'reminder-2', ...ANSWER_IN })
    .node('wait-reminder-3', 'wait', 'J+40', { ...AFTER_DUE, amount: 40, unit: 'day' })
    .node('size-40', 'decision', 'Total du débiteur', { branches: LARGE })
    .node('reminder-3', 'send-email', 'Relance 3', { template: 'reminder-2', ...ANSWER_IN })
    .node('wait-decision', 'wait', 'J+60', { ...AFTER_DUE, amount: 60, unit: 'day' })
    .node('size-60', 'decision', 'Total du débiteur', {
      branches: [...LARGE, { id: 'tiny', label: 'Moins de 30 €', when: debtorOwes('<', '30.00') }],
    })
    .node('change', 'task', 'Passer au scénario ferme', {
      title: 'Passer au scénario ferme',
      instructions: 'Le total en retard de ce débiteur atteint 150 € : suivez-le dans le scénario « Ferme ».',
      outcomes: [
        { id: 'changed', label: 'Scénario changé' },
        { id: 'stay', label: 'Laisser sans suite' },
      ],
      dueIn: { amount: 2, unit: 'business-day' },
    })
    .node('write-off', 'task', 'Proposer le passage en perte', {
      title: 'Proposer le passage en perte',
      outcomes: [
        { id: 'approved', label: 'Approuvé' },
        { id: 'refused', label: 'Refusé' },
      ],
      dueIn: { amount: 20, unit: 'business-day' },
    })
    .node('end-written-off', 'end', 'Passée en perte', { reason: 'written-off' })
    .node('end-other', 'end', 'Rappelée au prochain message', { reason: 'other' })
    .path('start', 'wait-reminder-1', 'reminder-1', 'wait-reminder-2', 'size-20')
    .edge('size-20', 'large', 'change')
    .edge('size-20', 'else', 'reminder-2')
    .path('reminder-2', 'wait-reminder-3', 'size-40')
    .edge('size-40', 'large', 'change')
    .edge('size-40', 'else', 'reminder-3')
    .path('reminder-3', 'wait-decision', 'size-60')
    .edge('size-60', 'large', 'change')
    .edge('size-60', 'tiny', 'write-off')
    .edge('size-60', 'else', 'end-other')
    .edges('change', ['changed', 'stay'], 'end-other')
    .edge('write-off', 'approved', 'end-written-off')
    .edge('write-off', 'refused', 'end-other')
    .at(SMALL_BALANCE_POSITIONS)
    .build();
}

function debtorOwes(op: '>=' | '<', amount: string): Record<string, unknown> {
  return { fact: 'debtor.overdue', op, value: { amount, currency: 'EUR' } };
}
