import { expect, it } from 'vitest';
import { leftOf, proposeParts } from './propose.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const owed = (id: string, dueDate: string, amount: string, currency = 'EUR') => ({
  id,
  dueDate,
  balance: { amount, currency },
});

it('gives the oldest first, each up to what is left of it', () => {
  const invoices = [
    owed('b', '2026-02-01', '60.00'),
    owed('a', '2026-01-01', '50.00'),
    owed('c', '2026-03-01', '70.00'),
  ];
  expect(proposeParts(eur('100.05'), invoices)).toEqual({ a: '50.00', b: '50.05' });
});

it('takes the one invoice of exactly that sum, and never another currency', () => {
  const invoices = [
    owed('a', '2026-01-01', '50.00'),
    owed('b', '2026-02-01', '60.00'),
    owed('c', '2026-01-01', '9.00', 'USD'),
  ];
  expect(proposeParts(eur('60.00'), invoices)).toEqual({ b: '60.00' });
  expect(proposeParts(eur('200.00'), invoices)).toEqual({ a: '50.00', b: '60.00' });
});

it('says what is left, or by how much the parts are too much', () => {
  expect(leftOf(eur('100.00'), { a: '99.95', b: null })).toEqual(eur('0.05'));
  expect(leftOf(eur('100.00'), { a: '100.05' })).toEqual(eur('-0.05'));
  expect(leftOf({ amount: '900', currency: 'JPY' }, { a: '100' })).toEqual({ amount: '800', currency: 'JPY' });
});
