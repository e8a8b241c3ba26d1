import { scenario, type ScenarioBuilder } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { type Choices, drawDecision, drawEnds } from './decision.ts';
import { AFTER, businessDaysAfterDue, fromDueDate, LATE_ALREADY, SOON, taskOutcomes } from './drawing-parts.ts';
import { PUBLIC_BUYER_POSITIONS } from './public-buyer-positions.ts';

const WAYS: Choices = [
  ['mediation', 'Médiateur des entreprises', 'other'],
  ['prefect', 'Mandatement d’office', 'handed-over'],
  ['court', 'Référé-provision', 'handed-over'],
  ['wait', 'Attendre le paiement', 'other'],
];

/** "Acheteur public": platform, finance service, accounting officer; never an agency, never pressure on interest. */
export function publicBuyerScenario(): Graph {
  const drawing = scenario().node('start', 'start', 'Entrée');
  drawPlatform(drawing);
  drawStage(drawing);
  drawReminders(drawing);
  drawDecision(drawing, WAYS);
  drawEnds(drawing, 'settled', 'credited', 'handed-over', 'other');
  return drawing.at(PUBLIC_BUYER_POSITIONS).build();
}

function drawPlatform(drawing: ScenarioBuilder): void {
  drawing
    .node('age', 'decision', 'Ancienneté à l’entrée', LATE_ALREADY)
    .node('wait-platform', 'wait', 'J−10', fromDueDate(-10))
    .node('platform', 'task', 'État sur la plateforme', {
      title: 'Vérifier l’état sur la plateforme',
      outcomes: taskOutcomes({ received: 'Reçue', suspended: 'Suspendue', rejected: 'Rejetée' }),
      dueIn: SOON,
    })
    .node('correct', 'task', 'Corriger et redéposer', {
      title: 'Corriger et redéposer la facture',
      instructions: 'Numéro d’engagement ou code service manquants : corrigez et redéposez, le délai repart.',
      outcomes: taskOutcomes({ sent: 'Redéposée', 'not-sent': 'Pas redéposée' }),
      dueIn: SOON,
    })
    .path('start', 'age')
    .edge('age', 'overdue', 'wait-reminder-1')
    .edge('age', 'else', 'wait-platform')
    .path('wait-platform', 'platform')
    .edge('platform', 'received', 'wait-reminder-1')
    .edges('platform', ['suspended', 'rejected'], 'correct')
    .edges('correct', ['sent', 'not-sent'], 'wait-reminder-1');
}

/** The stage of the payment is asked for, and the date that was given is watched. */
function drawStage(drawing: ScenarioBuilder): void {
  drawing
    .node('wait-call', 'wait', 'J+15', fromDueDate(15))
    .node('call', 'call', 'Appel : service fait ?', { script: 'first-call', dueIn: SOON })
    .node('wait-order', 'wait', 'Date annoncée', {
      ...AFTER,
      amount: 0,
      unit: 'day',
      anchor: { answer: { nodeId: 'call', field: 'date' } },
      time: '08:00',
    })
    .node('order', 'task', 'Virement annoncé', {
      title: 'Vérifier le virement annoncé pour aujourd’hui',
      outcomes: taskOutcomes({ arrived: 'Arrivé', 'not-arrived': 'Pas arrivé' }),
      dueIn: { amount: 0, unit: 'business-day' },
    })
    .node('disputed', 'task', 'Traiter le litige', {
      title: 'Traiter le litige',
      outcomes: taskOutcomes({ upheld: 'Fondé', 'partly-upheld': 'Fondé en partie', rejected: 'Non fondé' }),
      dueIn: { amount: 5, unit: 'business-day' },
    })
    .path('wait-call', 'call')
    .edge('call', 'promised', 'wait-order')
    .path('wait-order', 'order')
    .edge('order', 'arrived', 'end-settled')
    .edge('order', 'not-arrived', 'wait-reminder-2')
    .edge('call', 'disputed', 'disputed')
    .edge('disputed', 'upheld', 'end-credited')
    .edges('disputed', ['partly-upheld', 'rejected'], 'wait-reminder-2')
    .edge('call', 'cannot-pay', 'cannot-pay')
    .edges('call', ['paid-already', 'no-answer', 'wrong-number', 'other'], 'wait-reminder-2');
}

function drawReminders(drawing: ScenarioBuilder): void {
  const answerIn = { amount: 15, unit: 'day' };
  drawing
    .node('wait-reminder-1', 'wait', 'J+5 ouvrés', businessDaysAfterDue(5))
    .node('reminder-1', 'send-email', 'Relance du service financier', { template: 'reminder-1' })
    .node('wait-reminder-2', 'wait', 'J+30', fromDueDate(30))
    .node('reminder-2', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn })
    .node('wait-reminder-3', 'wait', 'J+45', fromDueDate(45))
    .node('reminder-3', 'send-email', 'Relance, copie au comptable', {
      template: 'reminder-2',
      recipients: ['billing', 'accounting'],
      answerIn,
    })
    .node('wait-decision', 'wait', 'J+60', fromDueDate(60))
    .path('wait-reminder-1', 'reminder-1', 'wait-call')
    .path('wait-reminder-2', 'reminder-2', 'wait-reminder-3', 'reminder-3', 'wait-decision', 'decide');
}
