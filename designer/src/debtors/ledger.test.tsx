import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const id = '0190b3d4-0000-7000-8000-0000000000d1';
const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const debtor = {
  id,
  name: 'Menuiserie Faure',
  externalRef: 'C1042',
  kind: 'business',
  language: 'fr',
  country: 'FR',
  siren: '732829320',
  owner: 'u1',
  contacts: [
    { id: 'p1', name: 'Compta', role: 'billing', email: 'old@faure.example', phone: null, emailStatus: 'bounced' },
  ],
  excluded: false,
  overdue: EUR('1240.00'),
  overdueByCurrency: [EUR('1240.00'), { amount: '80.00', currency: 'GBP' }],
  oldestDueDate: '2026-11-23',
};
const invoice = (number: string, dueDate: string, status: string) => ({
  id: `i-${number}`,
  number,
  debtor: { id, name: debtor.name, externalRef: debtor.externalRef },
  entityId: 'e1',
  issueDate: '2026-10-01',
  dueDate,
  total: EUR('2480.00'),
  balance: EUR(status === 'open' ? '1240.00' : '0.00'),
  status,
  daysOverdue: 15,
  enrolmentId: null,
});
const answers: Answers = {
  'debtors.list': () => ({ items: [debtor], nextCursor: null }),
  'debtors.get': () => debtor,
  'invoices.list': () => ({
    items: [
      invoice('FA-3', '2026-09-01', 'paid'),
      invoice('FA-2', '2026-11-23', 'open'),
      invoice('FA-1', '2026-11-01', 'open'),
    ],
    nextCursor: null,
  }),
  'invoices.get': () => invoice('FA-2', '2026-11-23', 'open'),
  'payments.list': () => ({
    items: [
      {
        id: 'pay1',
        externalId: 'VIR-1',
        receivedOn: '2026-11-20',
        amount: EUR('1300.00'),
        unallocated: EUR('60.00'),
        reference: null,
        allocations: [{ invoiceId: 'i-FA-2', amount: EUR('1240.00') }],
      },
      {
        id: 'pay2',
        externalId: 'VIR-2',
        receivedOn: '2026-09-02',
        amount: EUR('2480.00'),
        unallocated: EUR('0.00'),
        reference: 'Facture FA-3',
        allocations: [{ invoiceId: 'i-FA-3', amount: EUR('2480.00') }],
      },
    ],
    nextCursor: null,
  }),
  'enrolments.list': () => ({ items: [], nextCursor: null }),
  'messages.list': () => ({ items: [], nextCursor: null }),
  'members.list': () => ({ items: [{ userId: 'u1', name: 'Karim Haddad', role: 'collector' }] }),
};

describe('the ledger', () => {
  beforeAll(() => changeLanguage('en'));

  it('finds debtors by what is typed and by what they owe, and keeps both in the address', async () => {
    const { calls } = fakeApi(answers);
    openPage('/debtors?owing=overdue&q=faure');
    const row = (await screen.findByText('Menuiserie Faure')).closest('[role="row"]');
    expect(row?.textContent).toContain('€1,240.00 · £80.00');
    expect(row?.textContent).toContain('no usable address');
    expect(calls.find(({ path }) => path === 'debtors.list')?.input).toMatchObject({ overdue: true, search: 'faure' });
    fireEvent.click(screen.getByText('Clear filters'));
    await waitFor(() => expect(location.search).toBe(''));
  });

  it('shows what a debtor owes first, the oldest at the top, and money that no invoice has taken', async () => {
    fakeApi(answers);
    openPage(`/debtors/${id}`);
    await screen.findByText('Karim Haddad');
    const table = await screen.findByRole('table');
    const numbers = within(table)
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
    expect(numbers).toEqual(['FA-1', 'FA-2', 'FA-3']);
    expect(screen.getByText('€60.00 not allocated')).toBeDefined();
  });

  it('holds all follow-ups of a debtor with a date and a reason, and says how many', async () => {
    const live = { id: 'e1', invoiceNumber: 'FA-1', status: 'live', closing: null, balance: EUR('1240.00') };
    const api = fakeApi({
      ...answers,
      'enrolments.list': () => ({ items: [live, { ...live, id: 'e2' }], nextCursor: null }),
      'debtors.command': () => ({ enrolmentIds: ['e1', 'e2'], skipped: [] }),
    });
    openPage(`/debtors/${id}`);
    fireEvent.click(await screen.findByRole('button', { name: /^Hold all/ }));
    const dialog = await screen.findByRole('dialog');
    const act = () => within(dialog).getByRole('button', { name: 'Hold all' });
    fireEvent.click(act());
    expect(api.calls.some(({ path }) => path === 'debtors.command')).toBe(false);
    const date = within(dialog).getByLabelText('Until');
    fireEvent.change(date, { target: { value: '+9' } });
    fireEvent.blur(date);
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'A visit' } });
    fireEvent.click(act());
    const sent = () => api.calls.find(({ path }) => path === 'debtors.command')?.input;
    await waitFor(() => expect(sent()).toMatchObject({ id, type: 'hold', reason: 'A visit' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows the payments of one invoice alone, and says that nobody follows it', async () => {
    fakeApi(answers);
    openPage('/invoices/i-FA-2');
    await screen.findByText('VIR-1');
    expect(screen.queryByText('Facture FA-3')).toBeNull();
    expect(screen.getByText('Not followed: no reminder leaves for this invoice.')).toBeDefined();
  });

  it('leads to the import while there is nothing', async () => {
    fakeApi({ ...answers, 'invoices.list': () => ({ items: [], nextCursor: null }) });
    openPage('/invoices');
    expect(await screen.findByText('No invoice yet.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Import a file' })).toBeDefined();
  });
});
