import { scenario } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { drawCall } from './call-outcomes.ts';
import { type Choices, drawDecision, drawEnds } from './decision.ts';
import { afterAnswer, businessDaysAfterDue, fromDueDate, LATE_ALREADY, SOON, taskOutcomes } from './drawing-parts.ts';
import { EXPORT_POSITIONS } from './export-positions.ts';

const WAYS: Choices = [
  ['instalments', 'Échéancier', 'other'],
  ['agency', 'Agence locale', 'handed-over'],
  ['order', 'Injonction de payer européenne', 'handed-over'],
  ['insurer', 'Assureur-crédit', 'handed-over'],
  ['write-off', 'Passage en perte', 'written-off'],
];

/** "Export": the debtor's language, holidays and hours; the insurer is thought of in time. */
export function exportScenario(): Graph {
  const drawing = scenario()
    .node('start', 'start', 'Entrée')
    .node('age', 'decision', 'Ancienneté à l’entrée', LATE_ALREADY)
    .node('wait-preventive', 'wait', 'J−10', fromDueDate(-10))
    .node('preventive', 'send-email', 'Avant l’échéance', { template: 'preventive' })
    .node('wait-reminder-1', 'wait', 'J+5 ouvrés', businessDaysAfterDue(5))
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-reminder-2', 'wait', 'J+14', fromDueDate(14))
    .node('reminder-2', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn: { amount: 8, unit: 'day' } })
    .node('wait-call', 'wait', 'J+18', fromDueDate(18))
    .path('start', 'age')
    .edge('age', 'overdue', 'wait-reminder-1')
    .edge('age', 'else', 'wait-preventive')
    .path('wait-preventive', 'preventive', 'wait-reminder-1', 'reminder-1', 'wait-reminder-2', 'reminder-2')
    .path('reminder-2', 'wait-call', 'call');
  drawCall(drawing, 'Appel aux heures locales', {
    reached: 'wait-notice',
    unreached: 'wait-notice',
    brokenTwice: 'notice',
  });
  drawing
    .node('wait-notice', 'wait', 'J+30', fromDueDate(30))
    .node('notice', 'send-email', 'Dernier rappel', {
      template: 'before-formal-notice',
      answerIn: { amount: 10, unit: 'day' },
    })
    .node('insurer', 'task', 'Délai de l’assureur-crédit', {
      title: 'Vérifier le délai de déclaration à l’assureur-crédit',
      outcomes: taskOutcomes({ declared: 'Déclaré', 'not-insured': 'Pas assuré', later: 'Plus tard' }),
      dueIn: SOON,
    })
    .node('wait-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice'))
    .path('wait-notice', 'notice', 'insurer')
    .edges('insurer', ['declared', 'not-insured', 'later'], 'wait-answer')
    .path('wait-answer', 'decide');
  drawDecision(drawing, WAYS);
  drawEnds(drawing, 'settled', 'credited', 'handed-over', 'written-off', 'other');
  return drawing.at(EXPORT_POSITIONS).build();
}
