import { describe, expect, test } from 'vitest';
import { allocator, type IncomingPayment, type LedgerInvoice } from './allocate.ts';

const invoice = (id: string, balance: number, more: Partial<LedgerInvoice> = {}): LedgerInvoice => ({
  id,
  number: `N-${id}`,
  entityId: 'e1',
  debtorId: 'd1',
  currency: 'EUR',
  dueDate: `2026-01-0${id}`,
  balance,
  ...more,
});
const accounts = [
  { ref: 'C1', entityId: 'e1', debtorId: 'd1' },
  { ref: 'C2', entityId: 'e1', debtorId: 'd2' },
  { ref: 'C2', entityId: 'e2', debtorId: 'd3' },
];
const pay = (payment: Partial<IncomingPayment> & { amount: number }, ...invoices: LedgerInvoice[]) =>
  allocator(invoices, accounts).allocate({ currency: 'EUR', ...payment });

describe('allocation of a payment', () => {
  test('invoice numbers take it in the given order, each up to its balance', () => {
    const result = pay({ amount: 150, invoiceNumbers: ['N-2', 'N-1'] }, invoice('1', 100), invoice('2', 100));
    expect(result).toEqual({
      allocations: [
        { invoiceId: '2', amount: 100 },
        { invoiceId: '1', amount: 50 },
      ],
      unallocated: 0,
      debtorId: 'd1',
    });
  });

  test('what the named invoices do not take stays unallocated, whatever the debtor reference says', () => {
    const result = pay({ amount: 150, invoiceNumbers: ['N-1'], debtorRef: 'C1' }, invoice('1', 100), invoice('2', 50));
    expect(result).toMatchObject({ allocations: [{ invoiceId: '1', amount: 100 }], unallocated: 50 });
  });

  test('a number that several entities have needs the entity', () => {
    const ledger = [invoice('1', 100), invoice('2', 100, { number: 'N-1', entityId: 'e2', debtorId: 'd2' })];
    expect(pay({ amount: 100, invoiceNumbers: ['N-1'] }, ...ledger)).toMatchObject({ unallocated: 100 });
    expect(pay({ amount: 100, invoiceNumbers: ['N-1'], entityId: 'e2' }, ...ledger)).toMatchObject({
      allocations: [{ invoiceId: '2', amount: 100 }],
      debtorId: 'd2',
    });
  });

  test('another currency is never taken', () => {
    expect(pay({ amount: 100, invoiceNumbers: ['N-1'], currency: 'GBP' }, invoice('1', 100)).unallocated).toBe(100);
  });

  test('a debtor reference alone pays the oldest open invoice of that sum', () => {
    const result = pay({ amount: 100, debtorRef: 'C1' }, invoice('2', 100), invoice('1', 100), invoice('3', 50));
    expect(result).toMatchObject({ allocations: [{ invoiceId: '1', amount: 100 }], unallocated: 0 });
  });

  test('or all of them when their balances make that sum', () => {
    const result = pay({ amount: 150, debtorRef: 'C1' }, invoice('2', 50), invoice('1', 100));
    expect(result.allocations).toEqual([
      { invoiceId: '1', amount: 100 },
      { invoiceId: '2', amount: 50 },
    ]);
  });

  test('else nothing, but its debtor is known', () => {
    expect(pay({ amount: 149, debtorRef: 'C1' }, invoice('2', 50), invoice('1', 100))).toEqual({
      allocations: [],
      unallocated: 149,
      debtorId: 'd1',
    });
  });

  test('a reference that two debtors have is nobody', () => {
    expect(pay({ amount: 5, debtorRef: 'C2' }).debtorId).toBeNull();
    expect(pay({ amount: 5, debtorRef: 'C2', entityId: 'e2' }).debtorId).toBe('d3');
  });

  test('a reference text counts only when it is an invoice number', () => {
    expect(pay({ amount: 60, reference: 'N-1' }, invoice('1', 100))).toMatchObject({ unallocated: 0 });
    expect(pay({ amount: 60, reference: 'payment of N-1' }, invoice('1', 100))).toMatchObject({ unallocated: 60 });
    expect(pay({ amount: 60, reference: 'N-1', debtorRef: 'C2', entityId: 'e1' }, invoice('1', 100))).toMatchObject({
      unallocated: 60,
    });
  });

  test('each payment sees the balances that the ones before it left', () => {
    const { allocate, balances } = allocator([invoice('1', 100)], accounts);
    allocate({ amount: 80, currency: 'EUR', invoiceNumbers: ['N-1'] });
    expect(allocate({ amount: 80, currency: 'EUR', invoiceNumbers: ['N-1', 'N-1'] })).toMatchObject({
      allocations: [{ invoiceId: '1', amount: 20 }],
      unallocated: 60,
    });
    expect(balances.get('1')).toBe(0);
  });
});
