import { scenario } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { drawCall } from './call-outcomes.ts';
import { CONSUMER_POSITIONS } from './consumer-positions.ts';
import { type Choices, drawDecision, drawEnds } from './decision.ts';
import { afterAnswer, fromDueDate } from './drawing-parts.ts';

const WAYS: Choices = [
  ['instalments', 'Échéancier', 'other'],
  ['simplified', 'Procédure simplifiée', 'handed-over'],
  ['agency', 'Remise à une agence', 'handed-over'],
  ['court', 'Injonction de payer', 'handed-over'],
  ['over-indebtedness', 'Dossier de surendettement', 'other'],
  ['write-off', 'Passage en perte', 'written-off'],
];

/** "Particulier": no cost, no late-payment interest, help in each message. */
export function consumerScenario(): Graph {
  const drawing = scenario()
    .node('start', 'start', 'Entrée')
    .node('wait-reminder-1', 'wait', 'J+5', fromDueDate(5))
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-contact', 'wait', 'J+15', fromDueDate(15))
    .node('contact', 'send-email', 'Merci de nous contacter', { template: 'reminder-1' })
    .node('wait-call', 'wait', 'J+20', fromDueDate(20))
    .path('start', 'wait-reminder-1', 'reminder-1', 'wait-contact', 'contact', 'wait-call', 'call');
  drawCall(drawing, 'Premier appel', { reached: 'wait-notice', unreached: 'wait-notice', brokenTwice: 'notice' });
  drawing
    .node('wait-notice', 'wait', 'J+30', fromDueDate(30))
    .node('notice', 'send-email', 'Dernier rappel', {
      template: 'before-formal-notice',
      answerIn: { amount: 15, unit: 'day' },
    })
    .node('wait-answer', 'wait', 'Réponse + 5 ouvrés', afterAnswer('notice', 5))
    .path('wait-notice', 'notice', 'wait-answer', 'decide');
  drawDecision(drawing, WAYS);
  drawEnds(drawing, 'settled', 'credited', 'handed-over', 'written-off', 'other');
  return drawing.at(CONSUMER_POSITIONS).build();
}
