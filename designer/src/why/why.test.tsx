import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, type Answers, Refusal } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const id = '0190b3d4-0000-7000-8000-0000000000d1';
const until = '2026-12-10T08:00:00.000Z';
const EUR = { amount: '1240.00', currency: 'EUR' };
const debtor = {
  id,
  name: 'Menuiserie Faure',
  externalRef: 'C1042',
  kind: 'business',
  language: 'fr',
  country: 'FR',
  siren: null,
  vatNumber: null,
  segment: null,
  owner: null,
  contacts: [],
  excluded: false,
  excludedReason: null,
  mergedInto: null,
  overdue: EUR,
  overdueByCurrency: [EUR],
  oldestDueDate: null,
  accounts: [],
  credits: [],
  merges: [],
};
const message = {
  id: 'm1',
  debtorId: id,
  channel: 'email',
  status: 'handed-over',
  to: ['compta@faure.example'],
  subject: 'Petit rappel',
  template: 'reminder-1',
  language: 'fr',
  tone: 1,
  invoiceIds: ['i1'],
  listedInvoiceIds: [],
  reservedAt: '2026-12-01T08:00:00.000Z',
  handedOverAt: '2026-12-01T08:00:00.000Z',
  reason: null,
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
};
const why = {
  sent: [
    {
      messageId: 'm1',
      at: '2026-12-01T08:00:00.000Z',
      phrases: [
        { key: 'why.sent.step', values: { step: 'Relance 1', scenario: 'Standard' } },
        { key: 'why.sent.late', values: { count: 5 } },
      ],
    },
  ],
  notSent: [
    { invoiceId: 'i1', at: null, phrases: [{ key: 'why.later.answered', values: { until } }] },
    { invoiceId: 'i2', at: null, phrases: [{ key: 'why.wait.address' }] },
    { invoiceId: 'i3', at: null, phrases: [{ key: 'why.wait.hold' }] },
    { invoiceId: 'i4', at: '2026-11-20T08:00:00.000Z', phrases: [{ key: 'why.not-sent.bounced' }] },
  ],
  next: [{ at: until, invoiceId: 'i1', phrases: [{ key: 'ahead.send-email', values: { label: 'Relance 2' } }] }],
};
const list = { items: [], nextCursor: null };
const answers: Answers = {
  'debtors.get': () => debtor,
  'debtors.why': () => why,
  'debtors.duplicates': () => ({ total: 0, items: [] }),
  'invoices.list': () => list,
  'invoices.get': ({ id: invoiceId }: { id: string }) => ({ id: invoiceId, number: `F-${invoiceId}` }),
  'payments.list': () => list,
  'enrolments.list': () => list,
  'messages.list': () => list,
  'messages.get': () => message,
  'members.list': () => ({ items: [{ userId: 'u1', name: 'Claire Martin', role: 'manager' }] }),
  'replies.list': () => ({
    items: [
      {
        id: 'r1',
        debtorId: id,
        messageId: null,
        kind: 'reply',
        text: 'Payé vendredi.\nCordialement',
        receivedAt: '2026-12-07T10:00:00.000Z',
        loggedBy: 'user:u1',
      },
    ],
    nextCursor: null,
    quietUntil: until,
  }),
};

beforeAll(() => changeLanguage('en'));

const card = async (title: string) => {
  const heading = await screen.findByRole('heading', { level: 2, name: title });
  const found = heading.closest('section');
  if (!found) throw new Error('a card is a section');
  return within(found);
};

describe('why', () => {
  it('says what was sent, what was not and what comes, with the times of the reader', async () => {
    fakeApi(answers);
    openPage(`/debtors/${id}`);
    const shown = await card('Why?');
    expect(await shown.findByText('The step “Relance 1” of the scenario “Standard” asked for it.')).toBeTruthy();
    expect(shown.getByText('The invoice was 5 days late.')).toBeTruthy();
    expect(shown.getByText(/^The debtor has answered: nothing is sent until .*10 Dec/)).toBeTruthy();
    expect(shown.getByText('E-mail: Relance 2')).toBeTruthy();
    expect(await shown.findAllByRole('link', { name: 'F-i1' })).toHaveLength(2);
    expect(shown.queryByText(/^It came back/)).toBeNull();
    fireEvent.click(shown.getByRole('button', { name: 'Show 1 more' }));
    expect(shown.getByText('It came back: the address takes no mail.')).toBeTruthy();
  });

  it('says that nothing is there, and what went wrong', async () => {
    fakeApi({ ...answers, 'debtors.why': () => ({ sent: [], notSent: [], next: [] }) });
    openPage(`/debtors/${id}`);
    const empty = await card('Why?');
    expect(await empty.findByText('Nothing has been sent yet.')).toBeTruthy();
    expect(empty.getByText('Nothing is kept back.')).toBeTruthy();
    expect(empty.getByText('Nothing is planned.')).toBeTruthy();
    fakeApi({
      ...answers,
      'debtors.why': () => {
        throw new Refusal(503, 'unavailable');
      },
    });
    openPage(`/debtors/${id}`);
    expect(await (await card('Why?')).findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('replies', () => {
  it('are listed with who logged them, and the debtor’s messages wait until they are read', async () => {
    const { calls } = fakeApi({ ...answers, 'replies.endQuiet': () => ({ debtorId: id }) });
    openPage(`/debtors/${id}`);
    const shown = await card('Replies');
    expect(await shown.findByText(/Payé vendredi/)).toBeTruthy();
    expect(shown.getByText('Claire Martin')).toBeTruthy();
    expect(await shown.findByText(/^Messages wait until .*10 Dec/)).toBeTruthy();
    fireEvent.click(shown.getByRole('button', { name: 'Read, go on' }));
    const dialog = within(await screen.findByRole('dialog'));
    const act = () => dialog.getByRole('button', { name: 'Read, go on' });
    expect(act().getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: ' nothing new ' } });
    fireEvent.click(act());
    await waitFor(() =>
      expect(calls).toContainEqual({ path: 'replies.endQuiet', input: { debtorId: id, reason: 'nothing new' } }),
    );
  });

  it('are logged with what was answered', async () => {
    const { calls } = fakeApi({ ...answers, 'replies.create': () => ({ id: 'r2', quietUntil: until }) });
    openPage(`/debtors/${id}`);
    fireEvent.click(await (await card('Replies')).findByRole('button', { name: 'Log a reply' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'On Friday' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Log a reply' }));
    await waitFor(() =>
      expect(calls).toContainEqual({
        path: 'replies.create',
        input: { debtorId: id, kind: 'reply', text: 'On Friday' },
      }),
    );
    expect(await screen.findByText(/^Reply logged: messages wait until/)).toBeTruthy();
  });

  it('an absence says that it changes nothing', async () => {
    const { calls } = fakeApi({ ...answers, 'replies.create': () => ({ id: 'r2', quietUntil: null }) });
    openPage(`/debtors/${id}`);
    fireEvent.click(await (await card('Replies')).findByRole('button', { name: 'Log a reply' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: 'Automatic absence' }));
    expect(dialog.getByText('An automatic absence reply is kept and changes nothing.')).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Away' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Log a reply' }));
    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'replies.create')?.input).toMatchObject({ kind: 'absence' }),
    );
  });
});

describe('a message that left', () => {
  const open = async () => {
    openPage(`/debtors/${id}`);
    fireEvent.click(await (await card('Why?')).findByRole('button', { name: 'Read the message' }));
    return within(await screen.findByRole('dialog'));
  };

  it('is said to have come back, with the reason of the notice', async () => {
    const { calls } = fakeApi({ ...answers, 'messages.bounce': () => ({ ...message, status: 'bounced' }) });
    fireEvent.click(await (await open()).findByRole('button', { name: 'The message came back' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'The message came back' }));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: '550 unknown' } });
    fireEvent.click(dialog.getByRole('button', { name: 'The message came back' }));
    await waitFor(() =>
      expect(calls).toContainEqual({ path: 'messages.bounce', input: { id: 'm1', reason: '550 unknown' } }),
    );
  });

  it('names itself in the reply that is logged on it', async () => {
    const { calls } = fakeApi({ ...answers, 'replies.create': () => ({ id: 'r2', quietUntil: until }) });
    fireEvent.click(await (await open()).findByRole('button', { name: 'Log a reply' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Log a reply' }));
    expect(dialog.getByText('In answer to “Petit rappel”')).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Yes' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Log a reply' }));
    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'replies.create')?.input).toMatchObject({ messageId: 'm1' }),
    );
  });

  it('that came back offers neither', async () => {
    fakeApi({ ...answers, 'messages.get': () => ({ ...message, status: 'bounced' }) });
    const dialog = await open();
    expect(await dialog.findByText('Came back')).toBeTruthy();
    expect(dialog.queryByRole('button', { name: 'Log a reply' })).toBeNull();
  });
});
