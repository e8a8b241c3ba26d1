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
  vatNumber: null,
  segment: null,
  owner: 'u1',
  contacts: [
    { id: 'p1', name: 'Compta', role: 'billing', email: 'old@faure.example', phone: null, emailStatus: 'bounced' },
  ],
  excluded: false,
  excludedReason: null as string | null,
  mergedInto: null,
  overdue: EUR('1240.00'),
  overdueByCurrency: [EUR('1240.00'), { amount: '80.00', currency: 'GBP' }],
  oldestDueDate: '2026-11-23',
};
const sheet = {
  ...debtor,
  accounts: [
    { entityId: 'e1', entityName: 'Atelier Lumen', ref: 'C1042' },
    { entityId: 'e2', entityName: 'Lumen Export', ref: '77' },
  ],
  credits: [{ entityId: 'e1', kind: 'credit-note', number: 'AV-9', date: '2026-11-25', amount: EUR('100.00') }],
  merges: [] as object[],
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
  excluded: false,
  excludedReason: null,
  dispute: null as object | null,
});
const answers: Answers = {
  'debtors.list': () => ({ items: [debtor], nextCursor: null }),
  'debtors.get': () => sheet,
  'debtors.duplicates': () => ({ total: 0, items: [] }),
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
    // what it has to its credit stands below zero among what it owes; two ledgers, one debtor
    expect(within(table).getByText('AV-9').closest('tr')?.textContent).toContain('−€100.00');
    expect(screen.getByText('Lumen Export')).toBeDefined();
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

  it('excludes a debtor with a reason and shows why', async () => {
    const excluded = { ...sheet, excluded: true, excludedReason: 'a group company' };
    const api = fakeApi({ ...answers, 'debtors.command': () => ({ enrolmentIds: [], skipped: [] }) });
    openPage(`/debtors/${id}`);
    fireEvent.pointerDown(await screen.findByRole('button', { name: 'More actions' }), { button: 0 });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Exclude from reminders' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'a group company' } });
    api.answer({ 'debtors.get': () => excluded });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Exclude from reminders' }));
    expect(await screen.findByText('Excluded: a group company')).toBeDefined();
    const sent = api.calls.find(({ path }) => path === 'debtors.command')?.input;
    expect(sent).toEqual({ id, type: 'exclude', reason: 'a group company' });
  });

  it('changes what is known of a debtor, and sends no more than that', async () => {
    const api = fakeApi({ ...answers, 'debtors.update': () => sheet });
    openPage(`/debtors/${id}`);
    fireEvent.pointerDown(await screen.findByRole('button', { name: 'More actions' }), { button: 0 });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Change this sheet' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('VAT number (EU)'), { target: { value: 'FR44732829320' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    const sent = () => api.calls.find(({ path }) => path === 'debtors.update')?.input;
    await waitFor(() => expect(sent()).toEqual({ id, vatNumber: 'FR44732829320' }));
  });

  it('takes an address that somebody has found', async () => {
    const api = fakeApi({ ...answers, 'debtors.updatePerson': () => sheet });
    openPage(`/debtors/${id}`);
    expect(await screen.findByText('address refused')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Change Compta' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('E-mail'), { target: { value: 'new@faure.example' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    const sent = () => api.calls.find(({ path }) => path === 'debtors.updatePerson')?.input;
    await waitFor(() => expect(sent()).toMatchObject({ id, personId: 'p1', email: 'new@faure.example' }));
  });

  it('marks an invoice as disputed in one act, with its amount and reason', async () => {
    const contested = { at: '2026-12-08T09:24:00Z', reason: 'quality', amount: EUR('240.00') };
    const api = fakeApi({ ...answers, 'invoices.command': () => invoice('FA-2', '2026-11-23', 'open') });
    openPage('/invoices/i-FA-2');
    fireEvent.click(await screen.findByRole('button', { name: /^Disputed/ }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Disputed amount'), { target: { value: '240' } });
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'three pallets' } });
    api.answer({ 'invoices.get': () => ({ ...invoice('FA-2', '2026-11-23', 'open'), dispute: contested }) });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Disputed' }));
    expect(await screen.findByText(/Disputed since .*: €240.00/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Dispute settled' })).toBeDefined();
    const sent = api.calls.find(({ path }) => path === 'invoices.command')?.input;
    expect(sent).toMatchObject({ type: 'dispute', reason: 'three pallets', amount: EUR('240.00') });
  });

  it('compares two debtors that may be one, and merges them into the one that is kept', async () => {
    const side = (more: object) => ({ ...debtor, accounts: sheet.accounts, openInvoices: 2, ...more });
    const pair = { one: side({}), other: side({ id: 'd2', name: 'FAURE SARL', openInvoices: 5 }), reasons: ['email'] };
    const api = fakeApi({
      ...answers,
      'debtors.duplicates': () => ({ total: 1, items: [pair] }),
      'debtors.merge': () => ({ mergeId: 'm1' }),
    });
    openPage('/debtors');
    fireEvent.click(await screen.findByText('1 possible duplicate'));
    expect(await screen.findByText('same e-mail address')).toBeDefined();
    expect(screen.getByText('5 open invoices')).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: 'Keep Menuiserie Faure' }));
    fireEvent.click(screen.getByRole('button', { name: 'Merge' }));
    const dialog = await screen.findByRole('dialog', { name: 'Merge into Menuiserie Faure' });
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'same company' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Merge' }));
    const sent = () => api.calls.find(({ path }) => path === 'debtors.merge')?.input;
    await waitFor(() => expect(sent()).toEqual({ keptId: id, mergedId: 'd2', reason: 'same company' }));
  });

  it('leads to the import while there is nothing', async () => {
    fakeApi({ ...answers, 'invoices.list': () => ({ items: [], nextCursor: null }) });
    openPage('/invoices');
    expect(await screen.findByText('No invoice yet.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Import a file' })).toBeDefined();
  });
});
