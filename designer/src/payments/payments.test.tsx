import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const payment = {
  id: 'pay1',
  externalId: 'VIR-1',
  receivedOn: '2026-11-20',
  amount: EUR('1300.00'),
  entityId: null,
  debtor: null as { id: string; name: string } | null,
  debtorRef: null,
  invoiceNumbers: null,
  reference: 'VIR FAURE NOV',
  allocations: [] as object[],
  unallocated: EUR('1300.00'),
};
const invoice = (number: string, dueDate: string, amount: string) => ({
  id: `i-${number}`,
  number,
  debtor: { id: 'd1', name: 'Menuiserie Faure', externalRef: 'C1042' },
  entityId: 'e1',
  issueDate: '2026-10-01',
  dueDate,
  total: EUR(amount),
  balance: EUR(amount),
  status: 'open',
  daysOverdue: 15,
  enrolmentId: null,
  excluded: false,
  excludedReason: null,
  dispute: null,
});
const answers: Answers = {
  'payments.list': () => ({ items: [payment], nextCursor: null }),
  'payments.get': () => payment,
  'debtors.list': () => ({ items: [{ id: 'd1', name: 'Menuiserie Faure', externalRef: 'C1042' }], nextCursor: null }),
  'invoices.list': () => ({
    items: [invoice('FA-2', '2026-11-23', '500.00'), invoice('FA-1', '2026-11-01', '1000.00')],
    nextCursor: null,
  }),
};

async function openPayment() {
  openPage('/payments?status=unallocated');
  const row = await screen.findByText('VIR FAURE NOV');
  fireEvent.doubleClick(row);
  return screen.findByRole('dialog', { name: 'Payment' });
}

describe('payments', () => {
  beforeAll(() => changeLanguage('en'));

  it('asks whose money it is, proposes the oldest invoices first, and says what remains', async () => {
    const api = fakeApi({ ...answers, 'payments.allocate': () => payment });
    fireEvent.click(await within(await openPayment()).findByRole('button', { name: 'Allocate' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate €1,300.00' });
    fireEvent.change(within(dialog).getByRole('searchbox'), { target: { value: 'faure' } });
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Menuiserie Faure' }));
    const oldest = await within(dialog).findByLabelText<HTMLInputElement>('FA-1');
    expect(oldest.value).toContain('1,000.00');
    expect(within(dialog).getByLabelText<HTMLInputElement>('FA-2').value).toContain('300.00');
    fireEvent.change(within(dialog).getByLabelText('FA-2'), { target: { value: '120' } });
    expect(await within(dialog).findByText('€180.00 remain')).toBeDefined();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    await waitFor(() =>
      expect(api.calls.find(({ path }) => path === 'payments.allocate')?.input).toEqual({
        id: 'pay1',
        debtorId: 'd1',
        allocations: [
          { invoiceId: 'i-FA-1', amount: EUR('1000.00') },
          { invoiceId: 'i-FA-2', amount: EUR('120.00') },
        ],
      }),
    );
  });

  it('does not give more than is owed', async () => {
    const known = { ...payment, debtor: { id: 'd1', name: 'Menuiserie Faure' } };
    const api = fakeApi({ ...answers, 'payments.get': () => known });
    fireEvent.click(await within(await openPayment()).findByRole('button', { name: 'Allocate' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate €1,300.00' });
    fireEvent.change(await within(dialog).findByLabelText('FA-2'), { target: { value: '500.01' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    expect(api.calls.some(({ path }) => path === 'payments.allocate')).toBe(false);
  });

  it('takes an allocation back with a reason', async () => {
    const taken = {
      ...payment,
      allocations: [{ invoiceId: 'i-FA-1', number: 'FA-1', amount: EUR('1000.00') }],
      unallocated: EUR('300.00'),
    };
    const api = fakeApi({ ...answers, 'payments.get': () => taken, 'payments.unallocate': () => payment });
    fireEvent.click(await within(await openPayment()).findByRole('button', { name: 'Take back' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take back from FA-1' });
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'not theirs' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(api.calls.find(({ path }) => path === 'payments.unallocate')?.input).toEqual({
        id: 'pay1',
        invoiceId: 'i-FA-1',
        reason: 'not theirs',
      }),
    );
  });

  it('says that nothing waits', async () => {
    fakeApi({ ...answers, 'payments.list': () => ({ items: [], nextCursor: null }) });
    openPage('/payments?status=unallocated');
    expect(await screen.findByText('Nothing to allocate: each payment has found its invoices.')).toBeDefined();
  });
});
