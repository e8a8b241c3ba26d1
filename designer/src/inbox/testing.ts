import type { TaskSheetData } from './task.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const invoice = (id: string, number: string, amount: string) => ({
  id,
  number,
  balance: eur(amount),
  dueDate: '2026-11-23',
  daysOverdue: 15,
});
const inCase = (enrolmentId: string, invoiceId: string) => ({
  enrolmentId,
  invoiceId,
  nodeId: 'call',
  visit: 1,
  outcome: null,
  leftReason: null,
});

/** A call about two invoices, as the api describes it. */
export function taskOf(change: Partial<TaskSheetData> = {}): TaskSheetData {
  return {
    id: 't1',
    rev: 1,
    kind: 'call',
    title: 'First call',
    status: 'open',
    dueAt: '2026-12-08T16:00:00Z',
    priority: 300,
    assignee: null,
    debtorName: 'Menuiserie Faure',
    entityName: 'Atelier Lumen',
    amount: eur('300.10'),
    why: { key: 'task.why.call', values: { count: 2, days: 15 } },
    invoices: [invoice('i1', 'FA-1', '100.00'), invoice('i2', 'FA-2', '200.10')],
    cases: [inCase('e1', 'i1'), inCase('e2', 'i2')],
    outcomes: [
      {
        id: 'promised',
        label: 'Promise to pay',
        fields: [
          { id: 'date', type: 'date', required: true },
          { id: 'amount', type: 'money', required: true },
        ],
      },
      {
        id: 'disputed',
        label: 'Disputes',
        fields: [
          { id: 'reason', type: 'choice', required: true, options: [{ id: 'price', label: 'Price' }] },
          { id: 'amount', type: 'money', required: false },
        ],
      },
      { id: 'no-answer', label: 'No answer', fields: [] },
    ],
    outcome: null,
    instructions: null,
    script: { id: 'first-call', language: 'en', lines: ['Hello, this is Karim.', 'Right person?'] },
    objections: [
      {
        id: 'not-conforming',
        says: 'The delivery was not right.',
        answer: 'Let me note it exactly.',
        record: 'Partial dispute.',
        words: 'La livraison n’était pas conforme. The delivery was not right. Let me note it exactly.',
        outcome: 'disputed',
        values: { reason: 'price' },
      },
      {
        id: 'no-cash',
        says: 'No cash right now.',
        answer: 'Thank you for telling me.',
        record: 'Hardship.',
        words: 'Pas de trésorerie en ce moment. No cash right now. Thank you for telling me.',
        outcome: 'no-answer',
        values: {},
      },
    ],
    brief: { lastPromise: null, lastPayment: null, credits: [], disputed: [], callsToday: { made: 0, most: null } },
    others: [],
    messageId: null,
    debtor: {
      id: 'd1',
      name: 'Menuiserie Faure',
      externalRef: 'C1',
      kind: 'business',
      language: 'fr',
      country: 'FR',
      contacts: [],
      overdue: eur('300.10'),
    },
    history: [],
    ...change,
  };
}
