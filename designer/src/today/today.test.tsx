import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const line = (name: string, count = 0, reasons: object[] = []) => ({ line: name, count, amounts: [], reasons });
const story = {
  from: '2026-12-01T09:24:00Z',
  to: '2026-12-08T09:24:00Z',
  lines: [line('sent', 12), line('not-sent', 3, [{ reason: 'address', count: 3 }]), line('kept'), line('calls', 4)],
};
const today = {
  now: '2026-12-08T09:24:00Z',
  sandbox: true,
  overdue: { invoices: 7, amounts: [EUR('1200.00')] },
  calls: { open: 4, late: 1 },
  promisesDue: { count: 2, amounts: [EUR('300.00')] },
  cards: { scenario: null, week: null, call: '2026-12-08T09:00:00Z' },
  scenario: { id: 's1', name: 'Standard B2B' },
  setUp: { invoices: true, assignment: true, sending: true, gaps: false },
  story: null as null | typeof story,
};
const answers: Answers = {
  'today.get': () => today,
  'sandbox.demo': () => ({ colleague: { name: 'Nadia', takesAll: false } }),
};

describe('today', () => {
  beforeAll(() => changeLanguage('en'));

  it('says what the organisation is and counts what the day asks for, each figure a link', async () => {
    fakeApi(answers);
    openPage('/');
    await screen.findByText(/This is a demo, on Tuesday.? 8 December 2026/);
    const figures = within(screen.getByRole('list', { name: 'Figures of the day' }));
    await waitFor(() => expect(figures.getAllByRole('listitem')[1]?.textContent).toContain('2'));
    const links = figures.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '/invoices?status=overdue',
      '/outbox?view=today',
      '/inbox?kind=call',
      '/today/promises-due',
    ]);
    expect(figures.getByText('1 of them late')).toBeTruthy();
  });

  it('ticks what was done, and advances a week from its card', async () => {
    const api = fakeApi({ ...answers, 'clock.advance': () => ({}) });
    openPage('/');
    const steps = within(await screen.findByRole('region', { name: 'First steps' }));
    expect(steps.getByText('1 of 3')).toBeTruthy();
    expect(steps.getAllByRole('img', { name: 'Done' })).toHaveLength(1);
    expect(steps.getByRole('link', { name: 'Open “Standard B2B”' }).getAttribute('href')).toBe('/scenarios/s1');
    fireEvent.click(steps.getByRole('button', { name: 'Go on one week' }));
    await waitFor(() =>
      expect(api.calls).toContainEqual({ path: 'clock.advance', input: { advanceTo: '2026-12-15T09:24:00Z' } }),
    );
  });

  it('tells what a week brought, with reasons and links, and counts it as read', async () => {
    const api = fakeApi({ ...answers, 'today.get': () => ({ ...today, story }), 'today.tick': () => today });
    openPage('/');
    const card = within(await screen.findByRole('region', { name: 'What happened' }));
    expect(card.getByRole('link', { name: 'messages sent' }).getAttribute('href')).toBe('/today/sent');
    expect(card.getByRole('link', { name: 'calls waiting' }).getAttribute('href')).toBe('/inbox?kind=call');
    expect(card.queryByRole('link', { name: 'promises kept' })).toBeNull();
    expect(card.getByRole('link', { name: 'messages not sent' }).parentElement?.textContent).toMatch(/\(3\)/);
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'today.tick', input: { card: 'week' } }));
  });

  it('tells it beside another page after an advance, and goes when told to', async () => {
    const still = {
      now: '2026-12-08T09:24:00Z',
      advancingTo: null,
      speed: 0,
      quiescent: true,
      incidents: [],
      nextEventAt: null,
      progress: null,
    };
    const api = fakeApi({ ...answers, 'clock.get': () => still, 'clock.advance': () => still });
    openPage('/settings');
    const button = await screen.findByRole('button', { name: 'Advance one day' });
    expect(screen.queryByRole('region', { name: 'What happened' })).toBeNull();
    const later = '2026-12-09T09:24:00Z';
    api.answer({
      'clock.get': () => ({ ...still, now: later }),
      'today.get': () => ({ ...today, now: later, story: { ...story, from: still.now, to: later } }),
    });
    fireEvent.click(button);
    const panel = within(await screen.findByRole('region', { name: 'What happened' }));
    await panel.findByRole('link', { name: 'messages sent' });
    // a day is no week
    expect(api.calls.map(({ path }) => path)).not.toContain('today.tick');
    fireEvent.click(panel.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What happened' })).toBeNull());
  });

  it('shows the rows behind a line, and says when there is nothing', async () => {
    const row = {
      id: 'h1',
      at: '2026-12-07T08:15:00Z',
      debtorId: 'd1',
      debtorName: 'Bois',
      enrolmentId: 'e1',
      invoiceNumber: 'F2',
      messageId: null,
      taskId: null,
      reason: 'address',
      amount: null,
      date: null,
    };
    const api = fakeApi({ ...answers, 'today.happenings': () => ({ items: [row], more: false }) });
    openPage('/today/not-sent');
    expect((await screen.findByRole('link', { name: 'F2' })).getAttribute('href')).toBe('/follow-ups/e1');
    expect(screen.getByRole('link', { name: 'Bois' }).getAttribute('href')).toBe('/debtors/d1');
    expect(api.calls).toContainEqual({ path: 'today.happenings', input: { line: 'not-sent' } });
    api.answer({ 'today.happenings': () => ({ items: [], more: false }) });
    openPage('/today/kept');
    await screen.findByText('Nothing of the kind.');
  });

  it('says what failed', async () => {
    fakeApi({
      ...answers,
      'today.get': () => {
        throw new Refusal(500, 'internal');
      },
    });
    openPage('/');
    await screen.findByText('Today could not be read');
  });

  it('leads a manager with a real organisation to the next thing that is lacking', async () => {
    fakeApi({
      ...answers,
      'session.me': () => ({ ...manager, organisation: { ...manager.organisation, sandbox: false, sending: false } }),
      'today.get': () => ({
        ...today,
        sandbox: false,
        scenario: null,
        setUp: { invoices: true, assignment: false, sending: false, gaps: true },
      }),
    });
    openPage('/');
    const card = within(await screen.findByRole('region', { name: 'Start with my own ledger' }));
    const next = card.getByRole('link', { name: 'Publish a scenario' });
    expect(next.closest('li')?.getAttribute('aria-current')).toBe('step');
    expect(card.queryByText('Create my organisation')).toBeNull();
    expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
  });
});

describe('the demo', () => {
  beforeAll(() => changeLanguage('en'));

  it('starts again after a confirmation, and lets the colleague work on all tasks', async () => {
    const api = fakeApi({
      ...answers,
      'sandbox.setColleague': () => ({ colleague: { name: 'Nadia', takesAll: true } }),
      'sandbox.startAgain': () => ({ organisationId: 'o2' }),
    });
    openPage('/settings');
    const open = async () =>
      fireEvent.pointerDown(await screen.findByRole('button', { name: 'Settings of the demo' }), {
        button: 0,
        ctrlKey: false,
      });
    await open();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Nadia works on all tasks' }));
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'sandbox.setColleague', input: { takesAll: true } }));
    await open();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Start again' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Start the demo again?' }));
    expect(api.calls.map(({ path }) => path)).not.toContain('sandbox.startAgain');
    fireEvent.click(dialog.getByRole('button', { name: 'Start again' }));
    await waitFor(() => expect(api.calls.map(({ path }) => path)).toContain('sandbox.startAgain'));
    await screen.findByRole('heading', { name: 'Hello Claire' });
  });
});
