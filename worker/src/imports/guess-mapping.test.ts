import { describe, expect, test } from 'vitest';
import { guessMapping } from './guess-mapping.ts';

const guess = (kind: 'invoices' | 'payments' | 'debtors', headings: string[], given?: Record<string, string>) =>
  guessMapping({ kind, headings, sample: [], given: given ?? null });

describe('what columns stand for', () => {
  test('French headings', () => {
    expect(
      guess('invoices', [
        'N° de facture',
        'Code client',
        'Raison sociale',
        'Date de facture',
        "Date d'échéance",
        'Montant TTC',
        'Solde dû',
        'E-mail',
        'Commentaire',
      ]),
    ).toEqual({
      'N° de facture': 'number',
      'Code client': 'debtorRef',
      'Raison sociale': 'debtorName',
      'Date de facture': 'issueDate',
      "Date d'échéance": 'dueDate',
      'Montant TTC': 'total',
      'Solde dû': 'balance',
      'E-mail': 'email',
    });
  });

  test('English headings and the names of the fields themselves', () => {
    expect(guess('invoices', ['Invoice number', 'Customer ID', 'Due Date', 'Amount', 'Currency'])).toEqual({
      'Invoice number': 'number',
      'Customer ID': 'debtorRef',
      'Due Date': 'dueDate',
      Amount: 'total',
      Currency: 'currency',
    });
    const fields = ['externalId', 'receivedOn', 'amount', 'currency', 'debtorRef', 'invoiceNumbers', 'reference'];
    expect(guess('payments', fields)).toEqual(Object.fromEntries(fields.map((field) => [field, field])));
  });

  test('"Client" is the reference alone, the name beside a reference', () => {
    expect(guess('invoices', ['Facture', 'Client'])).toMatchObject({ Client: 'debtorRef' });
    expect(guess('invoices', ['Facture', 'Client', 'Code client'])).toMatchObject({
      Client: 'debtorName',
      'Code client': 'debtorRef',
    });
  });

  test('a column whose values speak against its heading is left out', () => {
    const sample = [['391'], ['406']];
    expect(guessMapping({ kind: 'debtors', headings: ['countryCode'], sample })).toEqual({});
    expect(guessMapping({ kind: 'debtors', headings: ['countryCode'], sample: [['FR']] })).toEqual({
      countryCode: 'country',
    });
  });

  test('what is given wins, an empty field leaves a column out', () => {
    expect(guess('invoices', ['A', 'Montant', 'Facture'], { A: 'total', Facture: '' })).toEqual({ A: 'total' });
  });

  test('unknown headings, unknown fields and fields given twice are refused', () => {
    expect(() => guess('invoices', ['A'], { B: 'total' })).toThrow('heading-unknown: B');
    expect(() => guess('invoices', ['A'], { A: 'colour' })).toThrow('field-unknown: colour');
    expect(() => guess('invoices', ['A'], { A: 'externalId' })).toThrow('field-unknown: externalId');
    expect(() => guess('invoices', ['A', 'B'], { A: 'total', B: 'total' })).toThrow('field-twice: total');
  });
});
