import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const clock = {
  now: '2026-12-08T09:24:00Z',
  advancingTo: null,
  speed: 0,
  quiescent: true,
  incidents: [],
  nextEventAt: '2026-12-09T08:00:00Z',
  progress: null,
};

describe('shell', () => {
  beforeEach(() => changeLanguage('en'));

  it('names the document, the pages and what waits', async () => {
    fakeApi();
    openPage('/settings');
    const navigation = await screen.findByRole('navigation', { name: 'Navigation' });
    await waitFor(() => expect(within(navigation).getByRole('link', { name: 'Tasks' }).textContent).toContain('24'));
    await waitFor(() => expect(document.title).toBe('Settings · Relance'));
  });

  it('has a mailbox in a sandbox only', async () => {
    fakeApi();
    openPage('/settings');
    await screen.findByRole('link', { name: 'Mailbox' });
  });

  it('has no mailbox in a real organisation, and says where its messages are', async () => {
    const organisation = { ...manager.organisation, sandbox: false };
    const api = fakeApi({ 'session.me': () => ({ ...manager, organisation }) });
    openPage('/mailbox');
    await screen.findByText('Only sandboxes have a mailbox.');
    expect(screen.queryByRole('link', { name: 'Mailbox' })).toBeNull();
    expect(api.calls.map(({ path }) => path)).not.toContain('mailbox.list');
  });

  it('changes language at once and with the account', async () => {
    const api = fakeApi();
    openPage('/settings');
    const switchers = await screen.findAllByRole('radio', { name: 'FR' });
    fireEvent.click(switchers[0] ?? document.body);
    await screen.findByRole('link', { name: 'Tâches' });
    expect(document.documentElement.lang).toBe('fr');
    await waitFor(() =>
      expect(api.calls).toContainEqual({ path: 'session.setPreferences', input: { language: 'fr' } }),
    );
  });

  it('advances the sandbox by a day, shows how far it is, and stops', async () => {
    const api = fakeApi({
      'clock.get': () => clock,
      'clock.advance': () => clock,
      'clock.stop': () => clock,
    });
    openPage('/settings');
    fireEvent.click(await screen.findByRole('button', { name: 'Advance one day' }));
    api.answer({
      'clock.get': () => ({
        ...clock,
        advancingTo: '2026-12-09T09:24:00Z',
        progress: { from: clock.now, to: '2026-12-09T09:24:00Z', now: '2026-12-08T21:24:00Z', count: 12 },
      }),
    });
    await waitFor(() =>
      expect(api.calls).toContainEqual({ path: 'clock.advance', input: { advanceTo: '2026-12-09T09:24:00Z' } }),
    );
    await screen.findByText('12 actions done');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(api.calls.map((call) => call.path)).toContain('clock.stop'));
  });

  it('names the part that is away and says what still works', async () => {
    fakeApi({ '/api/v1/health': () => ({ checks: { postgres: 'ok', temporal: 'down', worker: 'ok' } }) });
    openPage('/settings');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('due dates is not answering');
    expect(alert.textContent).toContain('You can go on');
  });

  it('lists under ? every key that works here', async () => {
    fakeApi();
    openPage('/settings');
    await screen.findByRole('navigation', { name: 'Navigation' });
    fireEvent.keyDown(document.body, { key: '?' });
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(dialog.textContent).toContain('Go to follow-ups');
  });
});
