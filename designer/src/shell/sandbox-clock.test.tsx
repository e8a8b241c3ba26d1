import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const before = '2026-12-08T09:24:00Z';
const after = '2026-12-15T09:24:00Z';
const clock = {
  now: before,
  advancingTo: null as string | null,
  speed: 0,
  quiescent: true,
  incidents: [],
  nextEventAt: null,
  progress: null as object | null,
};
const story = {
  from: before,
  to: after,
  lines: [{ line: 'sent', count: 12, amounts: [], reasons: [] }],
};
const today = {
  now: after,
  sandbox: true,
  overdue: { invoices: 0, amounts: [] },
  leaving: { planned: 0, ahead: 0, undecided: 0 },
  calls: { open: 0, late: 0 },
  promisesDue: { count: 0, amounts: [] },
  cards: { scenario: null, week: null, call: null },
  scenario: null,
  setUp: { invoices: true, assignment: true, sending: true, gaps: false },
  story,
};
const demo = { colleague: { name: 'Nadia Benali', takesAll: false } };

async function openMenu(): Promise<void> {
  fireEvent.keyDown(await screen.findByRole('button', { name: 'Settings of the demo' }), { key: 'Enter' });
}

describe('the clock of a sandbox', () => {
  beforeEach(() => changeLanguage('en'));

  it('tells on any page what an advance brought, until it is closed', async () => {
    const api = fakeApi({
      'clock.get': () => clock,
      'clock.advance': () => clock,
      'today.get': () => today,
      'today.tick': () => today,
    });
    openPage('/settings');
    fireEvent.click(await screen.findByRole('button', { name: 'Advance one week' }));
    api.answer({
      'clock.get': () => ({
        ...clock,
        advancingTo: after,
        progress: { from: before, to: after, now: before, count: 0 },
      }),
    });
    await screen.findByRole('progressbar');
    expect(screen.queryByRole('region', { name: 'What happened' })).toBeNull();
    api.answer({ 'clock.get': () => ({ ...clock, now: after }) });
    const panel = await screen.findByRole('region', { name: 'What happened' }, { timeout: 5_000 });
    const sent = await within(panel).findByRole('link', { name: 'messages sent' });
    expect(sent.getAttribute('href')).toBe('/today/sent');
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'today.tick', input: { card: 'week' } }));
    fireEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: 'What happened' })).toBeNull();
  });

  it('lets the second collector take all tasks', async () => {
    const api = fakeApi({
      'sandbox.demo': () => demo,
      'sandbox.setColleague': () => ({ colleague: { ...demo.colleague, takesAll: true } }),
    });
    openPage('/settings');
    await openMenu();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Nadia Benali works on all tasks' }));
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'sandbox.setColleague', input: { takesAll: true } }));
  });

  it('begins the demo again once somebody has read what is lost', async () => {
    const api = fakeApi({
      'sandbox.demo': () => demo,
      'sandbox.startAgain': () => ({ organisationId: 'o2' }),
      'today.get': () => ({ ...today, story: null }),
    });
    openPage('/settings');
    await openMenu();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Start again' }));
    const dialog = await screen.findByRole('dialog', { name: 'Start the demo again?' });
    expect(dialog.textContent).toContain('is left behind');
    expect(api.calls.some(({ path }) => path === 'sandbox.startAgain')).toBe(false);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Start again' }));
    await screen.findByText('The demo begins again on its first day.');
    expect(location.pathname).toBe('/');
  });

  it('offers no new beginning to others than managers, nor in another sandbox', async () => {
    fakeApi({ 'sandbox.demo': () => demo, 'session.me': () => ({ ...manager, role: 'collector' }) });
    openPage('/settings');
    await openMenu();
    const item = await screen.findByRole('menuitem', { name: /Start again/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    fakeApi({ 'sandbox.demo': () => ({ colleague: null }) });
    openPage('/settings');
    await screen.findByRole('button', { name: 'Advance one week' });
    expect(screen.queryByRole('button', { name: 'Settings of the demo' })).toBeNull();
  });
});
