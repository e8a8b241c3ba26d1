import { scenario, type ScenarioBuilder } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { drawCall } from './call-outcomes.ts';
import { drawDecision, drawEnds, MANAGER_DECIDES } from './decision.ts';
import {
  afterAnswer,
  afterPreviousStep,
  businessDaysAfterDue,
  fromDueDate,
  LATE_ALREADY,
  SOON,
  taskOutcomes,
} from './drawing-parts.ts';
import { KEY_ACCOUNT_POSITIONS } from './key-account-positions.ts';

const FIVE_DAYS = { amount: 5, unit: 'business-day' };

/** "Grand compte": a statement and two calls before anything firm, and two people agree to the last reminder. */
export function keyAccountScenario(): Graph {
  const drawing = scenario().node('start', 'start', 'Entrée');
  drawBeforeDue(drawing);
  drawReminders(drawing);
  drawCall(drawing, 'Appel à la comptabilité fournisseurs', {
    reached: 'wait-account',
    unreached: 'wait-account',
    brokenTwice: 'approve',
  });
  drawLastReminder(drawing);
  drawDecision(drawing, MANAGER_DECIDES);
  drawEnds(drawing, 'settled', 'credited', 'handed-over', 'written-off', 'other');
  return drawing.at(KEY_ACCOUNT_POSITIONS).build();
}

function drawBeforeDue(drawing: ScenarioBuilder): void {
  drawing
    .node('age', 'decision', 'Ancienneté à l’entrée', LATE_ALREADY)
    .node('wait-approval', 'wait', 'J−15', fromDueDate(-15))
    .node('approval', 'call', 'Appel : bon à payer ?', { script: 'first-call', dueIn: SOON })
    .node('missing', 'task', 'Compléter la facture', {
      title: 'Compléter la facture',
      instructions: 'Numéro de commande, bon de réception ou facture manquants : complétez et renvoyez.',
      outcomes: taskOutcomes({ sent: 'Renvoyée', 'not-sent': 'Pas renvoyée' }),
      dueIn: SOON,
    })
    .node('wait-statement', 'wait', 'J−7', fromDueDate(-7))
    .node('statement', 'send-email', 'Relevé de compte', { template: 'preventive' })
    .path('start', 'age')
    .edge('age', 'overdue', 'wait-reminder-1')
    .edge('age', 'else', 'wait-approval')
    .path('wait-approval', 'approval')
    .edges('approval', ['promised', 'paid-already', 'no-answer', 'cannot-pay', 'wrong-number'], 'wait-statement')
    .edges('approval', ['disputed', 'other'], 'missing')
    .edges('missing', ['sent', 'not-sent'], 'wait-statement')
    .path('wait-statement', 'statement', 'wait-reminder-1');
}

function drawReminders(drawing: ScenarioBuilder): void {
  drawing
    .node('wait-reminder-1', 'wait', 'J+5 ouvrés', businessDaysAfterDue(5))
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-call', 'wait', '5 ouvrés après', afterPreviousStep(5, 'business-day'))
    .path('wait-reminder-1', 'reminder-1', 'wait-call', 'call');
}

function drawLastReminder(drawing: ScenarioBuilder): void {
  const answerIn = { amount: 8, unit: 'day' };
  drawing
    .node('wait-account', 'wait', 'J+15', fromDueDate(15))
    .node('account-manager', 'task', 'Responsable du compte', {
      title: 'Parler à votre interlocuteur',
      outcomes: taskOutcomes({ dated: 'Date obtenue', disputed: 'Litige', 'hands-off': 'Laisser suivre' }),
      dueIn: FIVE_DAYS,
    })
    .node('wait-reminder-2', 'wait', 'J+25', fromDueDate(25))
    .node('reminder-2', 'send-email', 'Relance 2', {
      template: 'reminder-2',
      recipients: ['billing', 'management'],
      answerIn,
    })
    .node('wait-lead', 'wait', 'J+30', fromDueDate(30))
    .node('lead', 'call', 'Appel à la direction financière', { script: 'first-call', dueIn: SOON })
    .node('wait-notice', 'wait', 'J+45', fromDueDate(45))
    .node('approve', 'task', 'Accord avant le dernier rappel', {
      title: 'Accord du responsable et du commercial',
      outcomes: taskOutcomes({ approved: 'Accordé', refused: 'Refusé' }),
      dueIn: FIVE_DAYS,
    })
    .node('notice', 'send-email', 'Dernier rappel', { template: 'before-formal-notice', answerIn })
    .node('wait-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice'))
    .path('wait-account', 'account-manager')
    .edges('account-manager', ['dated', 'hands-off'], 'wait-reminder-2')
    .edge('account-manager', 'disputed', 'disputed')
    .path('wait-reminder-2', 'reminder-2', 'wait-lead', 'lead')
    .edge('lead', 'cannot-pay', 'cannot-pay')
    .edges('lead', ['promised', 'paid-already', 'disputed', 'no-answer', 'wrong-number', 'other'], 'wait-notice')
    .path('wait-notice', 'approve')
    .edge('approve', 'approved', 'notice')
    .edge('approve', 'refused', 'decide')
    .path('notice', 'wait-answer', 'decide');
}
