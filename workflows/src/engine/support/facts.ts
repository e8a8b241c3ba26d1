import type { Facts } from '../facts.ts';

/** Facts of a French debtor for tests, with whatever matters changed. */
export function testFacts(changes: Partial<Omit<Facts, 'values'>> & { values?: Partial<Facts['values']> } = {}): Facts {
  const eur = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'EUR' });
  return {
    issueDate: '2026-01-01',
    dueDate: '2026-01-31',
    lastContactAt: null,
    calendar: { timeZone: 'Europe/Paris', weekend: [6, 7], closed: ['2026-01-01', '2026-04-06', '2026-05-01'] },
    ...changes,
    values: {
      'invoice.balance': eur(120_000),
      'invoice.total': eur(120_000),
      'invoice.daysOverdue': 10,
      'invoice.daysUntilDue': -10,
      'invoice.currency': 'EUR',
      'invoice.number': 'F1',
      'account.ref': 'C1',
      'debtor.overdue': eur(250_000),
      'debtor.overdueCount': 3,
      'debtor.oldestDays': 40,
      'debtor.gravestTone90': 1,
      'debtor.lastContactDays': null,
      'debtor.brokenPromises': 0,
      'debtor.credits': eur(0),
      'debtor.kind': 'business',
      'debtor.segment': null,
      'debtor.owner': null,
      'debtor.country': 'FR',
      'debtor.language': 'fr',
      'entity.id': 'sas',
      'entity.name': 'Exemple SAS',
      ...changes.values,
    },
  };
}
