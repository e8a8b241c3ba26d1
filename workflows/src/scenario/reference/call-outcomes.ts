import type { ScenarioBuilder } from '../build.ts';
import { AFTER, SOON, taskOutcomes } from './drawing-parts.ts';

/** Where a case goes on: when somebody was spoken to, when nobody could be reached, when two promises were broken. */
interface GoingOn {
  reached: string;
  unreached: string;
  brokenTwice: string;
}

const CALLS = ['call', 'call-again', 'broken'] as const;
const SAME_FOR_EVERY_CALL = ['paid-already', 'disputed', 'cannot-pay', 'wrong-number'];

/**
 * The call of a scenario and what each of its outcomes leads to: a second try, a recap and the wait for a promise, the
 * tasks of the team. Ends named `end-settled` and `end-credited` and a task `cannot-pay` are the scenario's own.
 */
export function drawCall(drawing: ScenarioBuilder, label: string, goingOn: GoingOn): void {
  const { reached, unreached } = goingOn;
  drawing
    .node('call', 'call', label, { script: 'first-call', dueIn: SOON })
    .node('wait-call-again', 'wait', 'Le lendemain', {
      ...AFTER,
      amount: 1,
      unit: 'business-day',
      anchor: 'previous-step',
    })
    .node('call-again', 'call', 'Nouvel appel', { script: 'first-call', dueIn: SOON })
    .edge('call', 'no-answer', 'wait-call-again')
    .path('wait-call-again', 'call-again')
    .edges('call', ['other'], reached)
    .edges('call-again', ['other'], reached)
    .edge('call-again', 'no-answer', unreached);
  drawPromises(drawing, goingOn);
  drawTasks(drawing, goingOn);
  for (const call of CALLS) for (const outcome of SAME_FOR_EVERY_CALL) drawing.edge(call, outcome, outcome);
}

/** Two business days after the date that was given in a call. */
export function promised(nodeId: string): Record<string, unknown> {
  return { ...AFTER, amount: 2, unit: 'business-day', anchor: { answer: { nodeId, field: 'date' } } };
}

function drawPromises(drawing: ScenarioBuilder, { reached, brokenTwice }: GoingOn): void {
  drawing
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
    .edge('call', 'promised', 'recap')
    .path('recap', 'wait-promise', 'broken')
    .edge('call-again', 'promised', 'recap-again')
    .path('recap-again', 'wait-promise-again', 'broken')
    .edge('broken', 'promised', 'recap-broken')
    .path('recap-broken', 'wait-second-promise', brokenTwice)
    .edges('broken', ['other', 'no-answer'], reached);
}

/** What each outcome of a call asks of the team; the case then goes back to where it stood. */
function drawTasks(drawing: ScenarioBuilder, { reached, unreached }: GoingOn): void {
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
      outcomes: taskOutcomes({ found: 'Retrouvé', 'not-found': 'Introuvable' }),
      dueIn: SOON,
    })
    .node('disputed', 'task', 'Traiter le litige', {
      title: 'Traiter le litige',
      outcomes: taskOutcomes({ upheld: 'Fondé', 'partly-upheld': 'Fondé en partie', rejected: 'Non fondé' }),
      dueIn: { amount: 5, unit: 'business-day' },
    })
    .node('wrong-number', 'task', 'Trouver le bon contact', {
      title: 'Trouver le bon contact',
      outcomes: taskOutcomes({ found: 'Trouvé', 'not-found': 'Introuvable' }),
      dueIn: SOON,
    })
    .path('paid-already', 'find-payment')
    .edge('find-payment', 'found', 'end-settled')
    .edge('find-payment', 'not-found', 'call-again')
    .edge('disputed', 'upheld', 'end-credited')
    .edges('disputed', ['partly-upheld', 'rejected'], reached)
    .edge('wrong-number', 'found', 'call-again')
    .edge('wrong-number', 'not-found', unreached);
}
