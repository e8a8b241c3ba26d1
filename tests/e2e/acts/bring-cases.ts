import type { Graph } from '@relance/workflows/scenario';
import { until } from '../../drivers/until.ts';
import { readApplication } from '../setup/application.ts';

interface Enrolled {
  enrolled: unknown[];
  skipped: { reason: string }[];
}

export interface Brought {
  /** Of the scenario, and what its invoices' numbers begin with. */
  name: string;
  graph: Graph;
  invoices: { debtor: string; number: string; amount?: string }[];
}

/** Lets another system bring debtors with these invoices and put them under a scenario of their own. */
export async function bringCases({ name, graph, invoices }: Brought): Promise<void> {
  const lines = invoices.map(
    ({ debtor, number, amount = '1000,00' }) =>
      `${number};${debtor};${debtor};compta@${debtor.toLowerCase()}.example;05/10/2026;04/11/2026;${amount};${amount}`,
  );
  const ledger = ['Facture;Code client;Nom du client;E-mail;Date;Échéance;Montant TTC;Solde', ...lines].join('\n');
  await ask('POST /imports', {
    kind: 'invoices',
    filename: `${name}.csv`,
    contentBase64: Buffer.from(ledger).toString('base64'),
  });
  const { id } = await ask<{ id: string; rev: number }>('POST /scenarios', { name, graph });
  await ask(`POST /scenarios/${id}/publish`, { rev: 1 });
  const debtors = [...new Set(invoices.map(({ debtor }) => debtor))];
  const invoiceIds = await until(`the invoices of ${name}`, async () => {
    const found = await Promise.all(
      debtors.map((debtor) => ask<{ items: { id: string }[] }>(`GET /invoices?search=${debtor}`)),
    );
    const ids = found.flatMap(({ items }) => items.map((invoice) => invoice.id));
    return ids.length === invoices.length ? ids : null;
  });
  await until(`the follow-ups of ${name}`, async () => {
    const { enrolled, skipped } = await ask<Enrolled>('POST /enrolments', { scenarioId: id, invoiceIds });
    if (enrolled.length === invoiceIds.length) return true;
    // the rules of the organisation were quicker
    if (skipped.length > 0) for (const debtor of debtors) await stop(debtor);
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
