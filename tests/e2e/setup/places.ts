import { readApplication } from './application.ts';

interface Named {
  id: string;
  name: string;
}

async function first<Row>(path: string): Promise<Row> {
  const { url, apiKey } = readApplication();
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { items } = (await answer.json()) as { items: Row[] };
  const [row] = items;
  if (!row) throw new Error(`The demo has nothing at ${path}.`);
  return row;
}

/** Every page of the application, on what the demo organisation holds. */
export async function places(): Promise<{ name: string; at: string }[]> {
  const [scenario, task, followUp, message, debtor, invoice] = await Promise.all([
    first<Named>('/scenarios'),
    first<Named>('/tasks?status=open&kind=call'),
    first<Named>('/enrolments?status=live'),
    first<Named>('/messages'),
    first<Named>('/debtors'),
    first<Named>('/invoices?overdue=true'),
  ]);
  return [
    { name: 'today', at: '/' },
    { name: 'messages sent', at: '/today/sent' },
    { name: 'promises due', at: '/today/promises-due' },
    { name: 'scenarios', at: '/scenarios' },
    { name: 'designer', at: `/scenarios/${scenario.id}` },
    { name: 'inbox', at: '/inbox' },
    { name: 'task', at: `/inbox/${task.id}` },
    { name: 'outbox', at: '/outbox' },
    { name: 'follow-ups', at: '/follow-ups' },
    { name: 'follow-up', at: `/follow-ups/${followUp.id}` },
    { name: 'debtors', at: '/debtors' },
    { name: 'debtor', at: `/debtors/${debtor.id}` },
    { name: 'duplicates', at: '/debtors/duplicates' },
    { name: 'invoices', at: '/invoices' },
    { name: 'invoice', at: `/invoices/${invoice.id}` },
    { name: 'payments', at: '/payments' },
    { name: 'assignment', at: '/assignment' },
    { name: 'templates', at: '/templates' },
    { name: 'template', at: '/templates/reminder-1' },
    { name: 'imports', at: '/imports' },
    { name: 'new import', at: '/imports/new' },
    { name: 'mailbox', at: '/mailbox' },
    { name: 'message', at: `/mailbox/${message.id}` },
    { name: 'settings', at: '/settings' },
    { name: 'organisation', at: '/settings/organisation' },
    { name: 'companies', at: '/settings/entities' },
    { name: 'team', at: '/settings/team' },
    { name: 'sending', at: '/settings/sending' },
    { name: 'new organisation', at: '/organisations/new' },
  ];
}
