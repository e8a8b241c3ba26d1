import { scenario } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { drawCall } from './call-outcomes.ts';
import { type Choices, drawDecision, drawEnds } from './decision.ts';
import { afterAnswer, businessDaysAfterDue, fromDueDate, taskOutcomes } from './drawing-parts.ts';
import { SOFT_POSITIONS } from './soft-positions.ts';

const WAYS: Choices = [
  ['formal-notice', 'Mise en demeure', 'other'],
  ['instalments', 'Échéancier', 'other'],
  ['agency', 'Remise à une agence', 'handed-over'],
  ['wait', 'Attendre 15 jours', 'other'],
];

/**
 * "Douce", for good payers. Drawn to the end but for two things that are left for whoever tries the designer: the second
 * reminder does not say how long the debtor has to answer, and one answer of the salesperson leads nowhere.
 */
export function softScenario(): Graph {
  const drawing = scenario()
    .node('start', 'start', 'Entrée')
    .node('wait-reminder-1', 'wait', 'J+2 ouvrés', businessDaysAfterDue(2))
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-statement', 'wait', 'J+10', fromDueDate(10))
    .node('statement', 'send-email', 'Relance avec relevé', { template: 'reminder-1' })
    .node('wait-call', 'wait', 'J+15', fromDueDate(15))
    .path('start', 'wait-reminder-1', 'reminder-1', 'wait-statement', 'statement', 'wait-call', 'call');
  drawCall(drawing, 'Premier appel', {
    reached: 'wait-reminder-2',
    unreached: 'wait-reminder-2',
    brokenTwice: 'notice',
  });
  drawing
    .node('wait-reminder-2', 'wait', 'J+25', fromDueDate(25))
    .node('reminder-2', 'send-email', 'Relance 2', { template: 'reminder-2' })
    .node('wait-sales', 'wait', 'J+32', fromDueDate(32))
    .node('sales', 'task', 'Commercial', {
      title: 'Parler à votre interlocuteur',
      outcomes: taskOutcomes({ dated: 'Date obtenue', disputed: 'Litige', 'hands-off': 'Laisser suivre' }),
      dueIn: { amount: 5, unit: 'business-day' },
    })
    .node('wait-notice', 'wait', 'J+45', fromDueDate(45))
    .node('notice', 'send-email', 'Dernier rappel', {
      template: 'before-formal-notice',
      answerIn: { amount: 8, unit: 'day' },
    })
    .node('wait-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice'))
    .path('wait-reminder-2', 'reminder-2', 'wait-sales', 'sales')
    .edge('sales', 'disputed', 'disputed')
    .edge('sales', 'dated', 'wait-notice')
    .path('wait-notice', 'notice', 'wait-answer', 'decide');
  drawDecision(drawing, WAYS);
  drawEnds(drawing, 'settled', 'credited', 'handed-over', 'other');
  return drawing.at(SOFT_POSITIONS).build();
}
