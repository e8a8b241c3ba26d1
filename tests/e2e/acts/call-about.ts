import { scenario, type Graph } from '@relance/workflows/scenario';
import { until } from '../../drivers/until.ts';
import { readApplication } from '../setup/application.ts';

interface Enrolled {
  enrolled: unknown[];
  skipped: { reason: string }[];
}

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
export async function callAbout(debtor: string, numbers: readonly string[]): Promise<void> {
  const lines = numbers.map(
    (number) =>
      `${number};${debtor};${debtor};compta@${debtor.toLowerCase()}.example;05/10/2026;04/11/2026;1000,00;1000,00`,
  );
  const ledger = ['Facture;Code client;Nom du client;E-mail;Date;Échéance;Montant TTC;Solde', ...lines].join('\n');
  await ask('POST /imports', {
    kind: 'invoices',
    filename: `${debtor}.csv`,
    contentBase64: Buffer.from(ledger).toString('base64'),
  });
  const { id } = await ask<{ id: string; rev: number }>('POST /scenarios', { name: debtor, graph: callAndPromise() });
  await ask(`POST /scenarios/${id}/publish`, { rev: 1 });
  const invoices = await until(`the invoices of ${debtor}`, async () => {
    const { items } = await ask<{ items: { id: string }[] }>(`GET /invoices?search=${debtor}`);
    return items.length === numbers.length ? items : null;
  });
  await until(`the follow-ups of ${debtor}`, async () => {
    const invoiceIds = invoices.map((invoice) => invoice.id);
    const { enrolled, skipped } = await ask<Enrolled>('POST /enrolments', { scenarioId: id, invoiceIds });
    if (enrolled.length === numbers.length) return true;
    // the rules of the organisation were quicker
    if (skipped.length > 0) await stop(debtor);
    return null;
  });
}

async function stop(debtor: string): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(`GET /debtors?search=${debtor}`);
  for (const { id } of items) await ask(`POST /debtors/${id}/commands`, { type: 'cancel', reason: 'essai' });
}

async function ask<Body>(line: string, body?: object): Promise<Body> {
  const { url, apiKey } = readApplication();
  const [method = 'GET', path = ''] = line.split(' ');
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${line}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}
