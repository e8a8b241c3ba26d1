import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const line = (name: string, count: number, more: object = {}) => ({
  line: name,
  count,
  amounts: [],
  reasons: [],
  ...more,
});
const week = {
  from: '2026-12-01T09:24:00Z',
  to: '2026-12-08T09:24:00Z',
  lines: [
    line('sent', 12),
    line('bounced', 1),
    line('not-sent', 3, { reasons: [{ reason: 'address', count: 3 }] }),
    line('payments', 2, { amounts: [EUR('1300.00')] }),
    line('closed', 2),
    line('promised', 0),
    line('kept', 1),
    line('broken', 1),
    line('calls', 4),
  ],
};
const cards = { scenario: null as string | null, week: null as string | null, call: null as string | null };
const today = {
  now: '2026-12-08T09:24:00Z',
  sandbox: true,
  overdue: { invoices: 42, amounts: [EUR('412860.40')] },
  leaving: { planned: 9, ahead: 5, undecided: 4 },
  calls: { open: 4, late: 1 },
  promisesDue: { count: 2, amounts: [EUR('950.00')] },
  cards,
  scenario: { id: 's1', name: 'Standard B2B' },
  setUp: { invoices: true, assignment: true, sending: true, gaps: false },
  story: null as object | null,
};
const answers: Answers = {
  'today.get': () => today,
};
const real = { ...manager, organisation: { ...manager.organisation, sandbox: false, sending: false } };
const empty = { ...today, sandbox: false, setUp: { invoices: false, assignment: false, sending: false, gaps: true } };

const linkTo = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href');

describe('today', () => {
  beforeEach(() => changeLanguage('en'));

  it('says that this is a demo, its date, and that no message leaves this computer', async () => {
    fakeApi(answers);
    openPage('/');
    const text = await screen.findByText(/This is a demo/);
    expect(text.textContent).toContain('Tuesday 8 December 2026');
    expect(text.textContent).toContain('no message leaves this computer');
  });

  it('shows four figures, each with a link to what it counts', async () => {
    fakeApi(answers);
    openPage('/');
    const figures = await screen.findByRole('list', { name: 'Figures of the day' });
    expect(within(figures).getByText('€412,860')).toBeDefined();
    expect(within(figures).getByText('14')).toBeDefined();
    expect(within(figures).getByText('5 of them at steps still to come, 4 more to decide')).toBeDefined();
    expect(await linkTo('Overdue')).toContain('/invoices?status=overdue');
    expect(await linkTo('Messages leaving today')).toContain('/outbox?view=today');
    expect(await linkTo('Calls waiting')).toContain('/inbox?kind=call');
    expect(await linkTo('Promises due')).toContain('/today/promises-due');
  });

  it('ticks the cards that are done, and goes on a week', async () => {
    const api = fakeApi({
      ...answers,
      'today.get': () => ({ ...today, cards: { ...cards, scenario: '2026-12-08T09:24:00Z' } }),
      'clock.advance': () => ({}),
    });
    openPage('/');
    const steps = await screen.findByRole('region', { name: 'First steps' });
    const [scenario, next, call] = within(steps).getAllByRole('listitem');
    expect(scenario?.textContent).toContain('See a scenario live');
    expect(scenario?.querySelector('[aria-label="Done"]')).not.toBeNull();
    expect(next?.querySelector('[aria-label="Done"]')).toBeNull();
    expect(call?.querySelector('[aria-label="Done"]')).toBeNull();
    expect(
      within(steps)
        .getByRole('link', { name: /Standard B2B/ })
        .getAttribute('href'),
    ).toBe('/scenarios/s1');
    fireEvent.click(within(steps).getByRole('button', { name: 'Go on one week' }));
    await waitFor(() =>
      expect(api.calls).toContainEqual({ path: 'clock.advance', input: { advanceTo: '2026-12-15T09:24:00Z' } }),
    );
  });

  it('tells what a week brought, each figure a link to its rows, and ticks its card', async () => {
    const api = fakeApi({
      ...answers,
      'today.get': () => ({ ...today, story: week }),
      'today.tick': () => ({ ...today, story: week, cards: { ...cards, week: today.now } }),
    });
    openPage('/');
    const story = await screen.findByRole('region', { name: 'What happened' });
    for (const [words, href] of [
      ['messages sent', '/today/sent'],
      ['message bounced', '/today/bounced'],
      ['messages not sent', '/today/not-sent'],
      ['payments received', '/today/payments'],
      ['follow-ups ended', '/today/closed'],
      ['promise kept', '/today/kept'],
      ['promise broken', '/today/broken'],
      ['calls waiting', '/inbox?kind=call'],
    ] as const) {
      expect(within(story).getByRole('link', { name: words }).getAttribute('href')).toBe(href);
    }
    expect(story.textContent).toContain('no usable address (3)');
    expect(story.textContent).toContain('€1,300.00');
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'today.tick', input: { card: 'week' } }));
    expect(await screen.findByText('1 of 3')).toBeDefined();
  });

  it('tells less than a week too, without ticking the card', async () => {
    const day = { ...week, from: '2026-12-07T09:24:00Z' };
    const api = fakeApi({ ...answers, 'today.get': () => ({ ...today, story: day }) });
    openPage('/');
    await screen.findByRole('region', { name: 'What happened' });
    expect(api.calls.some(({ path }) => path === 'today.tick')).toBe(false);
  });

  it('leads from the demo to a real organisation, and there step by step to what would be sent', async () => {
    fakeApi(answers);
    openPage('/');
    expect(await linkTo('Create my organisation')).toBe('/organisations/new');
    fakeApi({ ...answers, 'session.me': () => real, 'today.get': () => empty });
    openPage('/');
    await screen.findByText(/sending is off, nothing leaves/);
    expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
    const next = await screen.findByRole('link', { name: 'Import the ledger' });
    expect(next.closest('li')?.getAttribute('aria-current')).toBe('step');
    expect(next.getAttribute('href')).toBe('/imports/new');
    expect(await linkTo('See what would be sent')).toBe('/assignment');
    expect(await linkTo('Confirm the first messages')).toBe('/outbox');
  });

  it.each([
    ['mailbox', true],
    ['own', false],
    ['installation', false],
    [null, false],
  ])('a real organisation that sends by %s: says that nothing leaves: %s', async (wayOut, said) => {
    const sending = { on: true, wayOut, heldBack: { messages: 0, debtors: 0 } };
    const organisation = { ...real.organisation, sending: true };
    const api = fakeApi({
      ...answers,
      'session.me': () => ({ ...real, organisation }),
      'today.get': () => ({ ...empty, setUp: { ...empty.setUp, sending: true } }),
      'organisation.sending': () => sending,
    });
    openPage('/');
    await screen.findByText(/sending is on/);
    await waitFor(() => expect(api.calls.map(({ path }) => path)).toContain('organisation.sending'));
    if (said) await screen.findByText('No mail server is set up.');
    expect(screen.queryAllByText('Messages count as sent, but do not leave this computer.')).toHaveLength(Number(said));
    if (said) expect(await linkTo('Set up the server')).toBe('/settings/sending');
  });

  it('says that it could not be read, and reads again', async () => {
    const api = fakeApi({
      ...answers,
      'today.get': () => {
        throw new Refusal(500, 'internal');
      },
    });
    openPage('/');
    await screen.findByText('Today could not be read');
    api.answer({ 'today.get': () => today });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/This is a demo/);
  });
});

describe('the rows behind a figure', () => {
  beforeEach(() => changeLanguage('en'));

  it('lists who, about what, and why', async () => {
    const row = {
      id: 'a1',
      at: '2026-12-07T08:00:00Z',
      debtorId: 'd1',
      debtorName: 'Menuiserie Faure',
      enrolmentId: 'e1',
      invoiceNumber: 'FA-1',
      messageId: null,
      taskId: null,
      reason: 'address',
      amount: null,
      date: null,
    };
    const api = fakeApi({ ...answers, 'today.happenings': () => ({ items: [row], more: false }) });
    openPage('/today/not-sent');
    const list = await screen.findByRole('list', { name: 'Messages not sent, and why' });
    expect(list.textContent).toContain('no usable address');
    expect(await linkTo('Menuiserie Faure')).toBe('/debtors/d1');
    expect(await linkTo('FA-1')).toBe('/follow-ups/e1');
    expect(api.calls).toContainEqual({ path: 'today.happenings', input: { line: 'not-sent' } });
  });

  it('says that there is nothing, and knows no other lines', async () => {
    fakeApi({ ...answers, 'today.happenings': () => ({ items: [], more: false }) });
    openPage('/today/kept');
    await screen.findByText('Nothing of the kind.');
    openPage('/today/tomorrow');
    await screen.findByText('This page does not exist');
  });
});
