import { scenario, type Graph } from '@relance/workflows/scenario';
import { bringCases } from './bring-cases.ts';

/** A call at once; a promise sends its recap and waits for the money. */
function callAndPromise(): Graph {
  const others = ['paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number', 'other'];
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('call', 'call', 'Premier appel', { script: 'first-call', dueIn: { amount: 2, unit: 'business-day' } })
    .node('recap', 'send-email', 'Récapitulatif de l’appel', { template: 'call-recap' })
    .node('wait', 'wait', 'Promesse + 2 ouvrés', {
      amount: 2,
      unit: 'business-day',
      direction: 'after',
      time: '09:00',
      anchor: { answer: { nodeId: 'call', field: 'date' } },
    })
    .node('broken', 'call', 'Promesse non tenue', { script: 'broken-promise' })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'call')
    .edge('call', 'promised', 'recap')
    .path('recap', 'wait', 'broken')
    .edges('call', others, 'end')
    .edges('broken', ['promised', ...others], 'end')
    .build();
}

/** Lets another system bring a debtor with these invoices and put them under a scenario that calls at once. */
export function callAbout(debtor: string, numbers: readonly string[]): Promise<void> {
  return bringCases({
    name: debtor,
    graph: callAndPromise(),
    invoices: numbers.map((number) => ({ debtor, number })),
  });
}
