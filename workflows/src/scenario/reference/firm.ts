import type { Graph } from '../scenario.ts';
import { scenario, type ScenarioBuilder } from '../build.ts';
import { FIRM_POSITIONS } from './firm-positions.ts';

const CALL_DUE = { amount: 2, unit: 'business-day' };
const AFTER = { direction: 'after', time: '09:00' };
const SAME_FOR_EVERY_CALL = ['paid-already', 'disputed', 'cannot-pay', 'wrong-number'];

/** "Ferme", the default scenario for businesses, up to its last reminder; then a manager decides. */
export function firmScenario(): Graph {
  const drawing = scenario()
    .node('start', 'start', 'Entrée')
    .node('age', 'decision', 'Ancienneté à l’entrée', {
      branches: [
        { id: 'late', label: 'Plus de 8 jours', when: { fact: 'invoice.daysOverdue', op: '>=', value: 8 } },
        { id: 'overdue', label: 'Échue', when: { fact: 'invoice.daysOverdue', op: '>=', value: 1 } },
        { id: 'large', label: '500 € et plus', when: atLeast('invoice.balance', '500.00') },
      ],
    });
  drawReminders(drawing);
  drawCalls(drawing);
  drawCallTasks(drawing);
  drawNotice(drawing);
  drawDecision(drawing);
  return drawing.at(FIRM_POSITIONS).build();
}

function atLeast(fact: string, amount: string): Record<string, unknown> {
  return { fact, op: '>=', value: { amount, currency: 'EUR' } };
}

function drawReminders(drawing: ScenarioBuilder): void {
  drawing
    .node('wait-preventive', 'wait', 'J−7', {
      ...AFTER,
      amount: 7,
      unit: 'day',
      direction: 'before',
      anchor: 'due-date',
    })
    .node('preventive', 'send-email', 'Avant l’échéance', { template: 'preventive' })
    .node('wait-reminder-1', 'wait', 'J+1 ouvré', { ...AFTER, amount: 1, unit: 'business-day', anchor: 'due-date' })
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-reminder-2', 'wait', 'J+8', { ...AFTER, amount: 8, unit: 'day', anchor: 'due-date' })
    .node('reminder-2', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn: { amount: 8, unit: 'day' } })
    .node('wait-call', 'wait', 'J+12', { ...AFTER, amount: 4, unit: 'day', anchor: 'previous-step' })
    .path('start', 'age')
    .edge('age', 'late', 'reminder-2')
    .edge('age', 'overdue', 'wait-reminder-1')
    .edge('age', 'large', 'wait-preventive')
    .edge('age', 'else', 'wait-reminder-1')
    .path(
      'wait-preventive',
      'preventive',
      'wait-reminder-1',
      'reminder-1',
      'wait-reminder-2',
      'reminder-2',
      'wait-call',
    )
    .path('wait-call', 'call');
}

function drawCalls(drawing: ScenarioBuilder): void {
  drawing
    .node('call', 'call', 'Premier appel', { script: 'first-call', dueIn: CALL_DUE })
    .node('wait-call-again', 'wait', 'Le lendemain', {
      ...AFTER,
      amount: 1,
      unit: 'business-day',
      anchor: 'previous-step',
    })
    .node('call-again', 'call', 'Nouvel appel', { script: 'first-call', dueIn: CALL_DUE })
    .node('recap', 'send-email', 'Récapitulatif de l’appel', { template: 'call-recap' })
    .node('recap-again', 'send-email', 'Récapitulatif de l’appel', { template: 'call-recap' })
    .node('wait-promise', 'wait', 'Promesse + 2 ouvrés', promised('call'))
    .node('wait-promise-again', 'wait', 'Promesse + 2 ouvrés', promised('call-again'))
    .node('broken', 'call', 'Promesse non tenue', {
      script: 'broken-promise',
      dueIn: { amount: 0, unit: 'business-day' },
    })
    .node('recap-broken', 'send-email', 'Récapitulatif de l’appel', { template: 'call-recap' })
    .node('wait-second-promise', 'wait', 'Promesse + 2 ouvrés', promised('broken'))
    .edge('call', 'no-answer', 'wait-call-again')
    .path('wait-call-again', 'call-again')
    .edge('call', 'promised', 'recap')
    .path('recap', 'wait-promise', 'broken')
    .edge('call-again', 'promised', 'recap-again')
    .path('recap-again', 'wait-promise-again', 'broken')
    .edge('broken', 'promised', 'recap-broken')
    .path('recap-broken', 'wait-second-promise', 'notice')
    .edge('call', 'other', 'wait-notice')
    .edge('call-again', 'other', 'wait-notice')
    .edge('call-again', 'no-answer', 'wait-notice-unreached')
    .edges('broken', ['other', 'no-answer'], 'wait-notice');
  for (const call of ['call', 'call-again', 'broken']) {
    for (const outcome of SAME_FOR_EVERY_CALL) drawing.edge(call, outcome, outcome);
  }
}

function promised(nodeId: string): Record<string, unknown> {
  return { ...AFTER, amount: 2, unit: 'business-day', anchor: { answer: { nodeId, field: 'date' } } };
}

/** What each outcome of a call asks of the team; the case then goes back to where it stood. */
function drawCallTasks(drawing: ScenarioBuilder): void {
  drawing
    .node('paid-already', 'wait', 'Le temps du virement', {
      ...AFTER,
      amount: 3,
      unit: 'business-day',
      anchor: 'previous-step',
    })
    .node('find-payment', 'task', 'Retrouver ce paiement', {
      title: 'Retrouver ce paiement',
      instructions: 'Le débiteur dit avoir payé : cherchez le règlement d’après la date et le moyen donnés.',
      outcomes: [
        { id: 'found', label: 'Retrouvé' },
        { id: 'not-found', label: 'Introuvable' },
      ],
      dueIn: { amount: 2, unit: 'business-day' },
    })
    .node('disputed', 'task', 'Traiter le litige', {
      title: 'Traiter le litige',
      outcomes: [
        { id: 'upheld', label: 'Fondé' },
        { id: 'partly-upheld', label: 'Fondé en partie' },
        { id: 'rejected', label: 'Non fondé' },
      ],
      dueIn: { amount: 5, unit: 'business-day' },
    })
    .node('wrong-number', 'task', 'Trouver le bon contact', {
      title: 'Trouver le bon contact',
      outcomes: [
        { id: 'found', label: 'Trouvé' },
        { id: 'not-found', label: 'Introuvable' },
      ],
      dueIn: { amount: 2, unit: 'business-day' },
    })
    .path('paid-already', 'find-payment')
    .edge('find-payment', 'found', 'end-settled')
    .edge('find-payment', 'not-found', 'call-again')
    .edge('disputed', 'upheld', 'end-credited')
    .edges('disputed', ['partly-upheld', 'rejected'], 'wait-notice')
    .edge('wrong-number', 'found', 'call-again')
    .edge('wrong-number', 'not-found', 'wait-notice-unreached');
}

function drawNotice(drawing: ScenarioBuilder): void {
  const notice = { template: 'before-formal-notice', answerIn: { amount: 8, unit: 'day' } };
  const beforeNotice = { ...AFTER, amount: 8, unit: 'day', anchor: 'previous-step' };
  const afterAnswer = (nodeId: string): Record<string, unknown> => ({
    ...AFTER,
    amount: 2,
    unit: 'business-day',
    anchor: { answerBy: nodeId },
  });
  drawing
    .node('wait-notice', 'wait', 'J+20', beforeNotice)
    .node('notice', 'send-email', 'Dernier rappel', notice)
    .node('wait-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice'))
    .node('wait-notice-unreached', 'wait', 'J+20', beforeNotice)
    .node('notice-unreached', 'send-email', 'Dernier rappel', notice)
    .node('wait-last-call', 'wait', 'J+22', { ...AFTER, amount: 2, unit: 'day', anchor: 'previous-step' })
    .node('last-call', 'call', 'Deuxième appel', { script: 'first-call', dueIn: CALL_DUE })
    .node('wait-last-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice-unreached'))
    .path('wait-notice', 'notice', 'wait-answer', 'decide')
    .path('wait-notice-unreached', 'notice-unreached', 'wait-last-call', 'last-call')
    .edge('last-call', 'promised', 'wait-last-promise')
    .node('wait-last-promise', 'wait', 'Promesse + 2 ouvrés', promised('last-call'))
    .path('wait-last-promise', 'decide')
    .edges('last-call', ['paid-already', 'disputed', 'cannot-pay'], 'decide')
    .edges('last-call', ['no-answer', 'wrong-number', 'other'], 'wait-last-answer')
    .path('wait-last-answer', 'decide');
}

function drawDecision(drawing: ScenarioBuilder): void {
  const outcomes = [
    { id: 'formal-notice', label: 'Mise en demeure' },
    { id: 'instalments', label: 'Échéancier' },
    { id: 'agency', label: 'Remise à une agence' },
    { id: 'court', label: 'Injonction de payer' },
    { id: 'write-off', label: 'Passage en perte' },
  ];
  const dueIn = { amount: 2, unit: 'business-day' };
  drawing
    .node('cannot-pay', 'task', 'Difficulté de paiement', {
      title: 'Décider : le débiteur ne peut pas payer',
      outcomes,
      dueIn,
    })
    .node('decide', 'task', 'Décision du responsable', { title: 'Décider de la suite', outcomes, dueIn })
    .node('end-settled', 'end', 'Réglée', { reason: 'settled' })
    .node('end-credited', 'end', 'Avoir à émettre', { reason: 'credited' })
    .node('end-handed-over', 'end', 'Remise', { reason: 'handed-over' })
    .node('end-written-off', 'end', 'Passée en perte', { reason: 'written-off' })
    .node('end-other', 'end', 'Hors scénario', { reason: 'other' });
  for (const task of ['cannot-pay', 'decide']) {
    drawing
      .edges(task, ['formal-notice', 'instalments'], 'end-other')
      .edges(task, ['agency', 'court'], 'end-handed-over')
      .edge(task, 'write-off', 'end-written-off');
  }
}
