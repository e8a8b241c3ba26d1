import { scenario } from '../build.ts';
import type { Graph } from '../scenario.ts';
import { drawEnds } from './decision.ts';
import { atLeast, fromDueDate, SOON, taskOutcomes } from './drawing-parts.ts';
import { PREVENTIVE_POSITIONS } from './preventive-positions.ts';

/** "Préventif", for large invoices before they fall due; then the rules of assignment take them on. */
export function preventiveScenario(): Graph {
  const drawing = scenario()
    .node('start', 'start', 'Entrée')
    .node('size', 'decision', 'Montant de la facture', {
      branches: [{ id: 'large', label: '10 000 € et plus', when: atLeast('invoice.balance', '10000.00') }],
    })
    .node('wait-call', 'wait', 'J−15', fromDueDate(-15))
    .node('call', 'call', 'Appel : bon à payer ?', { script: 'first-call', dueIn: SOON })
    .node('resend', 'task', 'Renvoyer la facture', {
      title: 'Renvoyer la facture',
      instructions: 'La facture n’est pas arrivée : vérifiez l’adresse et envoyez-la de nouveau.',
      outcomes: taskOutcomes({ sent: 'Renvoyée', 'not-sent': 'Pas renvoyée' }),
      dueIn: SOON,
    })
    .node('disputed', 'task', 'Traiter le litige', {
      title: 'Traiter le litige avant l’échéance',
      outcomes: taskOutcomes({ settled: 'Réglé', open: 'Toujours ouvert' }),
      dueIn: { amount: 5, unit: 'business-day' },
    })
    .node('wait-preventive', 'wait', 'J−7', fromDueDate(-7))
    .node('preventive', 'send-email', 'Avant l’échéance', { template: 'preventive' })
    .node('wait-due', 'wait', 'Échéance', { ...fromDueDate(0), time: '17:00' })
    .path('start', 'size')
    .edge('size', 'large', 'wait-call')
    .edge('size', 'else', 'wait-preventive')
    .path('wait-call', 'call')
    .edges('call', ['promised', 'paid-already'], 'wait-due')
    .edge('call', 'disputed', 'disputed')
    .edges('call', ['wrong-number', 'other'], 'resend')
    .edges('call', ['cannot-pay', 'no-answer'], 'wait-preventive')
    .edges('resend', ['sent', 'not-sent'], 'wait-preventive')
    .edges('disputed', ['settled', 'open'], 'wait-due')
    .path('wait-preventive', 'preventive', 'wait-due', 'end-due');
  drawEnds(drawing, 'due');
  return drawing.at(PREVENTIVE_POSITIONS).build();
}
