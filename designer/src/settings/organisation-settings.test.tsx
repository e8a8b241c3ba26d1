import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, Refusal } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const session = (organisation: object = {}, role = 'manager') => ({
  user: { id: 'u1', name: 'Claire Martin', email: 'claire@lumen.example', language: null, theme: null },
  organisation: {
    id: 'o1',
    name: 'Atelier Lumen',
    sandbox: false,
    sending: false,
    currency: 'EUR',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    ...organisation,
  },
  role,
  memberships: [],
});

const entity = {
  id: 'e1',
  name: 'Lumen',
  legalForm: 'SAS',
  siren: '552081317',
  address: '',
  country: 'FR',
  language: 'fr',
  accountHolder: null,
  iban: null,
  bic: null,
  emailFrom: 'compta@lumen.example',
  replyTo: null,
  senderName: 'Claire',
  senderRole: '',
  senderPhone: '',
  signature: '',
  dataNoticeUrl: null,
  gaps: ['accountHolder', 'iban'],
};

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

beforeEach(() => changeLanguage('en'));

describe('sending', () => {
  it('is stopped from any page without being asked', async () => {
    const api = fakeApi({
      'session.me': () => session({ sending: true }),
      'organisation.setSending': () => ({ on: false, heldBack: { messages: 0, debtors: 0 } }),
    });
    openPage('/settings');
    const state = await screen.findByRole('region', { name: 'Kind of organisation and sending' });
    expect(state.textContent).toContain('Real · sending on');
    fireEvent.click(within(state).getByRole('button', { name: 'Stop sending' }));
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'organisation.setSending', input: { on: false } }));
    await screen.findByText('Sending stopped: what is planned stays planned.');
  });

  it('says how many messages to how many debtors would leave before it is turned on', async () => {
    const api = fakeApi({
      'session.me': () => session(),
      'organisation.sending': () => ({ on: false, heldBack: { messages: 212, debtors: 87 } }),
      'organisation.setSending': () => ({ on: true, heldBack: { messages: 0, debtors: 0 } }),
    });
    openPage('/settings');
    fireEvent.click(await screen.findByRole('button', { name: 'Turn sending on' }));
    const dialog = await screen.findByRole('dialog', { name: 'Turn sending on?' });
    await within(dialog).findByText(/212 planned messages to 87 debtors can leave right now/);
    expect(api.calls.map(({ path }) => path)).not.toContain('organisation.setSending');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Turn on' }));
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'organisation.setSending', input: { on: true } }));
  });

  it('is stopped, not started, by a collector; a demo says that nothing leaves', async () => {
    fakeApi({ 'session.me': () => session({}, 'collector') });
    openPage('/settings');
    const state = await screen.findByRole('region', { name: 'Kind of organisation and sending' });
    expect(state.textContent).toContain('Real · sending stopped');
    expect(within(state).queryAllByRole('button')).toEqual([]);
    fakeApi({ 'session.me': () => session({ sandbox: true, sending: true }, 'collector') });
    openPage('/settings');
    await waitFor(() => expect(document.body.textContent).toContain('Sandbox · nothing leaves'));
    expect(screen.queryByRole('navigation', { name: 'Settings' })).toBeNull();
  });
});

describe('a company', () => {
  it('says what it lacks, and what cannot be right while it is typed', async () => {
    const api = fakeApi({
      'session.me': () => session(),
      'entities.list': () => ({ items: [entity] }),
      'entities.update': () => ({ ...entity, gaps: [] }),
    });
    openPage('/settings/entities');
    await screen.findByText('Nothing can leave: the account holder and the IBAN missing.');
    fireEvent.click(screen.getByRole('button', { name: 'Change · Lumen' }));
    await screen.findByRole('dialog', { name: 'Lumen' });
    type('IBAN', 'FR14 2004');
    await screen.findByText('This IBAN is not right: length or check digits.');
    type('Reply address', 'a@b.example, c@d.example');
    type('SIREN', '552081318');
    await screen.findByText('Nine digits, the last of which checks the others.');
    type('SIREN', '');
    type('Reply address', '');
    type('IBAN', 'FR14 2004 1010 0505 0001 3M02 606');
    type('Account holder', 'Lumen SAS');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.calls.map(({ path }) => path)).toContain('entities.update'));
    expect(api.calls.find(({ path }) => path === 'entities.update')?.input).toMatchObject({
      id: 'e1',
      siren: null,
      replyTo: null,
      iban: 'FR14 2004 1010 0505 0001 3M02 606',
      accountHolder: 'Lumen SAS',
      signature: '',
    });
  });
});

describe('the team', () => {
  const members = {
    items: [
      { userId: 'u1', name: 'Claire Martin', email: 'claire@lumen.example', role: 'manager' },
      { userId: 'u2', name: 'Karim', email: 'karim@lumen.example', role: 'collector' },
    ],
  };

  it('invites somebody and shows the link once', async () => {
    const api = fakeApi({
      'session.me': () => session(),
      'members.list': () => members,
      'invitations.list': () => ({ items: [] }),
      'invitations.create': () => ({ id: 'i1', link: 'http://x/invitation/t0ken', expiresAt: '2026-12-08T09:00:00Z' }),
    });
    openPage('/settings/team');
    await screen.findByText('No invitation is waiting.');
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    const dialog = await screen.findByRole('dialog', { name: 'Invite somebody' });
    fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'Nadia' } });
    fireEvent.change(within(dialog).getByLabelText('E-mail address'), { target: { value: 'nadia@lumen.example' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Invite' }));
    await screen.findByDisplayValue('http://x/invitation/t0ken');
    expect(api.calls).toContainEqual({
      path: 'invitations.create',
      input: { name: 'Nadia', email: 'nadia@lumen.example', role: 'collector' },
    });
  });

  it('says why the last manager stays', async () => {
    fakeApi({
      'session.me': () => session(),
      'members.list': () => members,
      'invitations.list': () => ({ items: [] }),
      'members.remove': () => {
        throw new Refusal(409, 'last-manager');
      },
    });
    openPage('/settings/team');
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Claire Martin' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await screen.findByText(/keeps at least one manager/);
  });
});

describe('the mail server', () => {
  const server = { host: 'smtp.lumen.example', port: 587, security: 'starttls', username: 'ada', hasPassword: true };

  it('says in words what became of a test message', async () => {
    fakeApi({
      'session.me': () => session(),
      'organisation.sending': () => ({ on: false, heldBack: { messages: 0, debtors: 0 } }),
      'organisation.mailServer': () => ({ server: { ...server, testedAt: null } }),
      'organisation.testMail': () => ({ id: 't1', to: 'c@l.example', status: 'planned', reason: null, detail: null }),
      'organisation.mailTest': () => ({
        id: 't1',
        to: 'c@l.example',
        status: 'failed',
        reason: 'password',
        detail: null,
      }),
    });
    openPage('/settings/sending');
    await screen.findByText('Not tested yet');
    expect(field('Password').value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Send me a test message' }));
    await screen.findByText('The server refuses this user or password.');
  });

  it('keeps the password where none is typed', async () => {
    const api = fakeApi({
      'session.me': () => session(),
      'organisation.sending': () => ({ on: false, heldBack: { messages: 0, debtors: 0 } }),
      'organisation.mailServer': () => ({ server: { ...server, testedAt: null } }),
      'organisation.setMailServer': () => ({ server: { ...server, testedAt: null } }),
    });
    openPage('/settings/sending');
    await screen.findByText('Not tested yet');
    type('Port', '2525');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(api.calls).toContainEqual({
        path: 'organisation.setMailServer',
        input: { host: 'smtp.lumen.example', port: 2525, security: 'starttls', username: 'ada' },
      }),
    );
  });
});

describe('the organisation', () => {
  const settings = {
    name: 'Atelier Lumen',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    currencyFixed: true,
    tolerance: { amount: '1.00', currency: 'EUR' },
    toleranceAbroad: { amount: '15.00', currency: 'EUR' },
    replyHoldDays: 3,
    staleAfterHours: 72,
    batchFactor: 3,
    messagesPerWeek: 4,
    messagesPerWeekConsumer: 3,
    callsPerDay: 2,
    callsPerDayConsumer: 1,
    sendHours: { from: '09:00', until: '17:00' },
    closures: [{ day: '2026-12-24', label: 'Winter' }],
  };

  it('changes its rules, says what is no number, and keeps its currency', async () => {
    const api = fakeApi({
      'session.me': () => session(),
      'organisation.settings': () => settings,
      'organisation.update': () => settings,
    });
    openPage('/settings/organisation');
    await screen.findByText('Invoices exist: the currency no longer changes.');
    type('Ledger too old after', 'soon');
    await screen.findByText('Not a number.');
    type('Ledger too old after', '');
    type('Unusual batch beyond', '2.5');
    fireEvent.click(screen.getAllByRole('button', { name: 'Save' })[1] ?? document.body);
    await waitFor(() =>
      expect(api.calls.find(({ path }) => path === 'organisation.update')?.input).toMatchObject({
        staleAfterHours: null,
        batchFactor: 2.5,
        replyHoldDays: 3,
      }),
    );
  });

  it('sets its contact policy in times as they are typed; hours that do not hold together are said and not saved', async () => {
    const api = fakeApi({
      'session.me': () => session(),
      'organisation.settings': () => settings,
      'organisation.update': () => settings,
    });
    openPage('/settings/organisation');
    await screen.findByLabelText('Messages until');
    const saved = () => api.calls.filter(({ path }) => path === 'organisation.update').map(({ input }) => input);
    const save = () => fireEvent.click(screen.getAllByRole('button', { name: 'Save' })[2] ?? document.body);
    for (const until of ['', '8h30', '9h30', 'late']) {
      type('Messages until', until);
      await screen.findByText('Two times, at least an hour apart, or none.', { selector: '.ui-field-error' });
      save();
    }
    expect(saved()).toEqual([]);
    type('Messages from', '8h30');
    type('Messages until', '18');
    type('Messages to a consumer', '2');
    type('Calls to a business', '');
    save();
    const policy = { messagesPerWeek: 4, messagesPerWeekConsumer: 2, callsPerDay: null, callsPerDayConsumer: 1 };
    await waitFor(() => expect(saved()).toEqual([{ ...policy, sendHours: { from: '08:30', until: '18:00' } }]));
    type('Messages from', '');
    type('Messages until', '');
    save();
    await waitFor(() => expect(saved()[1]).toMatchObject({ sendHours: null }));
  });

  it('is founded with its own language and money, and the ledger comes next', async () => {
    const api = fakeApi({
      'session.me': () => session({ sandbox: true, sending: true }),
      'organisations.create': () => ({ id: 'o2', entityId: 'e2', apiKey: null }),
    });
    openPage('/organisations/new');
    fireEvent.change(await screen.findByLabelText('Name of the organisation'), { target: { value: 'Ateliers' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create the organisation' }));
    await waitFor(() =>
      expect(api.calls).toContainEqual({
        path: 'organisations.create',
        input: { name: 'Ateliers', country: 'FR', language: 'en', currency: 'EUR', timeZone: 'Europe/Paris' },
      }),
    );
    await waitFor(() => expect(location.pathname).toBe('/imports/new'));
  });
});

describe('an invitation', () => {
  const offer = {
    state: 'open',
    organisation: 'Ateliers',
    email: 'nadia@lumen.example',
    name: 'Nadia',
    role: 'collector',
    known: false,
    signedInAs: null,
  };

  it('asks somebody new for a name and a password', async () => {
    fakeApi({ '/api/auth/invitation/look': () => offer });
    openPage('/invitation/t0ken');
    await screen.findByText('Ateliers invites you as Collector.');
    expect(field('Your name').value).toBe('Nadia');
    expect(field('Choose a password').minLength).toBe(10);
    screen.getByRole('button', { name: 'Join Ateliers' });
  });

  it.each([
    [{ ...offer, known: true }, /There is an account for nadia@lumen.example already/],
    [{ ...offer, signedInAs: 'other@lumen.example' }, /You are signed in as other@lumen.example/],
    [{ ...offer, state: 'expired' }, /has expired/],
    [{ ...offer, state: 'used' }, /has already been used/],
  ])('says what stands in the way', async (answer, words) => {
    fakeApi({ '/api/auth/invitation/look': () => answer });
    openPage('/invitation/t0ken');
    await screen.findByText(words);
    expect(screen.queryByRole('button', { name: 'Join Ateliers' })).toBeNull();
  });
});
