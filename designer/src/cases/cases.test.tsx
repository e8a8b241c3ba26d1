import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const id = '0190b3d4-0000-7000-8000-00000000000e';
const followUp = {
  id,
  invoiceId: 'i1',
  scenarioId: 's1',
  version: 2,
  status: 'live',
  tokens: [{ nodeId: 'call', visit: 1, waitingFor: 'time', deadline: null }],
  next: [{ at: '2026-12-12T08:00:00Z', nodeId: 'mail2', what: 'E-mail', text: { key: 'ahead.nothing' } }],
  contactWait: null,
  nextAction: { at: '2026-12-12T08:00:00Z', nodeId: 'mail2', what: 'E-mail', text: { key: 'ahead.nothing' } },
  outcome: null,
  invoiceNumber: 'FA-1',
  debtorId: 'd1',
  debtorName: 'Menuiserie Faure',
  balance: { amount: '1240.00', currency: 'EUR' },
  daysOverdue: 15,
  scenarioName: 'Ferme',
  heldUntil: null,
  heldReason: null,
  closing: null,
  incident: null,
  enrolledAt: '2026-12-01T08:00:00Z',
  endedAt: null,
};
const node = (nodeId: string, type: string, label: string) => ({
  id: nodeId,
  type,
  label,
  config: {},
  position: { x: 0, y: 0 },
});
const answers: Answers = {
  'enrolments.list': () => ({ items: [followUp], nextCursor: null }),
  'enrolments.get': () => followUp,
  'enrolments.graph': () => ({
    graph: {
      formatVersion: 1,
      settings: { currency: 'EUR', calendar: 'FR', timeZone: 'Europe/Paris', minimumDistanceDays: 5 },
      nodes: [node('call', 'call', 'First call'), node('mail2', 'send-email', 'Reminder 2')],
      edges: [],
    },
    version: 2,
    scenarioName: 'Ferme',
    visited: [{ nodeId: 'call', visit: 1, at: '2026-12-08T08:00:00Z' }],
    tokens: [{ nodeId: 'call', visit: 1 }],
  }),
  'enrolments.timeline': () => ({
    items: [
      {
        id: 't2',
        at: '2026-12-08T08:00:00Z',
        recordedAt: '2026-12-08T08:00:00Z',
        kind: 'contact-covered',
        nodeId: 'mail2',
        actor: 'dispatcher',
        reason: 'listed',
        ref: 'm1',
      },
      {
        id: 't1',
        at: '2026-12-01T08:00:00Z',
        recordedAt: '2026-12-01T08:00:00Z',
        kind: 'enrolled',
        actor: 'user:u1',
      },
    ],
    nextCursor: null,
  }),
  'enrolments.command': () => ({ ...followUp, status: 'held' }),
  'scenarios.list': () => ({ items: [], nextCursor: null }),
  'invoices.get': () => ({
    id: 'i1',
    number: 'FA-1',
    issueDate: '2026-10-09',
    dueDate: '2026-11-23',
    total: { amount: '2480.00', currency: 'EUR' },
  }),
  'invoices.list': () => ({ items: [], nextCursor: null }),
  'debtors.get': () => ({ contacts: [] }),
  'messages.list': () => ({ items: [], nextCursor: null }),
  'messages.get': () => ({ subject: 'A quick reminder', text: 'Dear Sir', to: ['a@b.example'], handedOverAt: null }),
  'members.list': () => ({ items: [{ userId: 'u1', name: 'Claire Martin', role: 'manager' }] }),
};

describe('follow-ups', () => {
  beforeAll(() => changeLanguage('en'));

  it('asks for what is filtered, and keeps the filter in the address', async () => {
    const { calls } = fakeApi(answers);
    openPage('/follow-ups?status=held&q=faure');
    await screen.findByText('Menuiserie Faure');
    const asked = calls.find(({ path }) => path === 'enrolments.list');
    expect(asked?.input).toMatchObject({ status: 'held', search: 'faure' });
    fireEvent.click(screen.getByText('Clear filters'));
    await waitFor(() => expect(location.search).toBe(''));
  });

  it('tells what happened in words, with its why and its message', async () => {
    fakeApi(answers);
    openPage(`/follow-ups/${id}`);
    const row = (await screen.findByText('Reminder 2 covered by another message')).closest('li');
    expect(row?.textContent).toContain('a message that had left listed this invoice');
    await screen.findByText('by Claire Martin');
    fireEvent.click(screen.getByText('See the message'));
    expect(await screen.findByText('Dear Sir')).toBeDefined();
  });

  it('says what keeps the message of a case from leaving', async () => {
    fakeApi({
      ...answers,
      'enrolments.list': () => ({ items: [{ ...followUp, contactWait: 'address' }], nextCursor: null }),
    });
    openPage('/follow-ups');
    expect(await screen.findByText('Waits for a usable address')).toBeDefined();
  });

  it('says that a follow-up is not there, and offers no other try', async () => {
    fakeApi({
      ...answers,
      'enrolments.get': () => {
        throw new Refusal(404, 'not-found');
      },
    });
    openPage(`/follow-ups/${id}`);
    await screen.findByText(/^Not found/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('filters the timeline', async () => {
    fakeApi(answers);
    openPage(`/follow-ups/${id}`);
    await screen.findByText('Entered the scenario');
    fireEvent.click(within(screen.getByRole('radiogroup', { name: 'Filter the timeline' })).getByText('Contacts'));
    expect(screen.queryByText('Entered the scenario')).toBeNull();
    expect(screen.getByText('Reminder 2 covered by another message')).toBeDefined();
  });

  it('stops with a reason only, and keeps what was typed when it is refused', async () => {
    const api = fakeApi({
      ...answers,
      'enrolments.command': () => {
        throw new Refusal(409, 'enrolment-ended');
      },
    });
    openPage(`/follow-ups/${id}`);
    await screen.findByText('Menuiserie Faure');
    fireEvent.keyDown(document.body, { key: 'h' });
    await screen.findByText('Hold the follow-up');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.pointerDown(screen.getByLabelText('More actions'), { button: 0, ctrlKey: false });
    fireEvent.click(await screen.findByText('Stop the follow-up'));
    const dialog = await screen.findByRole('dialog');
    const act = within(dialog).getByRole('button', { name: 'Stop the follow-up' });
    fireEvent.click(act);
    expect(api.calls.some(({ path }) => path === 'enrolments.command')).toBe(false);
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'Paid in cash' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Stop the follow-up' }));
    await within(dialog).findByRole('alert');
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('Paid in cash');
    expect(api.calls.find(({ path }) => path === 'enrolments.command')?.input).toMatchObject({
      id,
      type: 'cancel',
      reason: 'Paid in cash',
    });
  });
});
