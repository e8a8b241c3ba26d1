import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const firm = '0190b3d4-0000-7000-8000-0000000000a1';
const soft = '0190b3d4-0000-7000-8000-0000000000a2';
const large = {
  id: 'large',
  name: 'Large',
  when: { fact: 'invoice.balance', op: '>=', value: EUR('1000.00') },
  then: { kind: 'scenario', scenarioId: firm },
};
const publicBuyer = {
  id: 'public',
  name: '',
  when: { fact: 'debtor.kind', op: '=', value: 'public' },
  then: { kind: 'never-contact' },
};
const rest = { id: 'default', name: '', when: null, then: { kind: 'none' } };
const assignment = {
  version: 3,
  on: false,
  nextAt: null,
  running: false,
  lastRun: { at: '2026-12-07T05:00:00Z', count: 34 },
  rules: [large, publicBuyer, rest],
};
const none = { invoices: 0, amounts: [], items: [] };
const preview = {
  at: '2026-12-09T05:00:00Z',
  day: '2026-12-09',
  rules: [
    { id: 'large', invoices: 240, amounts: [EUR('90000.00')], entering: 212, later: 8, followed: 20 },
    { id: 'public', invoices: 0, amounts: [], entering: 0, later: 0, followed: 0 },
    { id: 'default', invoices: 1, amounts: [EUR('12.00')], entering: 0, later: 0, followed: 0 },
  ],
  uncovered: {
    invoices: 1,
    amounts: [EUR('12.00')],
    items: [
      {
        id: 'i1',
        number: 'FA-9',
        debtorId: 'd1',
        debtorName: 'Menuiserie Faure',
        balance: EUR('12.00'),
        dueDate: '2026-11-01',
        reason: null,
      },
    ],
  },
  excluded: none,
  disputed: none,
  ended: none,
  foreseen: {
    cases: 300,
    messages: 212,
    debtors: 87,
    toConfirm: 0,
    calls: 0,
    withoutAddress: 19,
    coveredByCredits: 6,
    later: 0,
    lateEntries: [{ scenarioId: firm, scenarioName: 'Firm', nodeId: 'r2', label: 'Second reminder', cases: 34 }],
  },
  sending: false,
};
const scenarioRow = (id: string, name: string, publishedVersion: number | null) => ({ id, name, publishedVersion });
const answers: Answers = {
  'assignment.get': () => assignment,
  'assignment.preview': () => preview,
  'scenarios.list': () => ({
    items: [scenarioRow(firm, 'Firm', 2), scenarioRow(soft, 'Soft', null)],
    nextCursor: null,
  }),
};
const lines = () => screen.getAllByRole('listitem').filter((each) => each.hasAttribute('data-rule'));
const order = () => lines().map((line) => line.dataset['rule']);

describe('the assignment page', () => {
  beforeAll(() => changeLanguage('en'));

  it('says in a sentence what would happen, and what each line takes', async () => {
    fakeApi(answers);
    openPage('/assignment');
    const sentence = await screen.findByText(/212 messages to 87 debtors/);
    expect(sentence.textContent).toContain('34 start at “Second reminder”');
    expect(sentence.textContent).toContain('19 debtors have no address');
    expect(sentence.textContent).toContain('6 messages are covered by credits');
    expect(screen.getByText('Wednesday 9 December:')).toBeDefined();
    expect(screen.getByText('Sending is off: messages would stay planned until you turn it on.')).toBeDefined();
    const [first, second, last] = lines();
    expect(first?.textContent).toContain('240 invoices · €90,000');
    expect(first?.textContent).toContain('212 enter, 8 once due, 20 followed already');
    expect(second?.textContent).toContain('Kind of debtor equal to Public');
    expect(last?.textContent).toContain('All other invoices');
    expect(screen.getByRole('link', { name: 'FA-9' })).toBeDefined();
  });

  it('changes the order with the keyboard, keeps the focus, says so and saves what stands there', async () => {
    const api = fakeApi({ ...answers, 'assignment.save': () => ({ ...assignment, version: 4 }) });
    openPage('/assignment');
    await screen.findByText('Large');
    expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull();
    const [first] = lines();
    const edit = within(first as HTMLElement).getByRole('button', { name: 'Edit the rule: Large' });
    fireEvent.keyDown(edit, { key: 'ArrowDown', altKey: true });
    expect(order()).toEqual(['public', 'large', 'default']);
    expect(screen.getByText('Rule moved to place 2 of 2')).toBeDefined();
    expect(lines()[1]?.contains(document.activeElement)).toBe(true);
    // the line that takes the rest stays last
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown', altKey: true });
    expect(order()).toEqual(['public', 'large', 'default']);
    fireEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
    const sent = () => api.calls.find(({ path }) => path === 'assignment.save')?.input;
    await waitFor(() => expect(sent()).toEqual({ version: 3, rules: [publicBuyer, large, rest] }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull());
  });

  it('previews a new line before it is saved, and takes changes back', async () => {
    const api = fakeApi(answers);
    openPage('/assignment');
    await screen.findByText(/212 messages/);
    fireEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    expect(order()).toHaveLength(4);
    expect(order().at(-1)).toBe('default');
    const asked = () =>
      api.calls
        .filter(({ path }) => path === 'assignment.preview')
        .map(({ input }) => (input as { rules: unknown[] }).rules);
    await waitFor(() => expect(asked().at(-1)).toHaveLength(4));
    expect(screen.getByText(/If these rules were saved/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Discard the changes' }));
    expect(order()).toEqual(['large', 'public', 'default']);
  });

  it('tells of somebody else who has saved meanwhile, and keeps what was typed', async () => {
    fakeApi({
      ...answers,
      'assignment.save': () => {
        throw new Refusal(409, 'stale-version');
      },
    });
    openPage('/assignment');
    await screen.findByText('Large');
    fireEvent.click(screen.getByRole('button', { name: 'Remove the rule: Large' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
    expect(await screen.findByText(/Somebody else has changed the rules/)).toBeDefined();
    expect(order()).toEqual(['public', 'default']);
  });

  it('turns the rules on apart from saving, and runs them when asked twice', async () => {
    const on = { ...assignment, on: true, nextAt: '2026-12-09T05:00:00Z' };
    const api = fakeApi({
      ...answers,
      'assignment.setOn': () => on,
      'assignment.run': () => ({ ...on, running: true }),
    });
    openPage('/assignment');
    fireEvent.click(await screen.findByRole('switch'));
    await waitFor(() => expect(api.calls.find(({ path }) => path === 'assignment.setOn')?.input).toEqual({ on: true }));
    expect(await screen.findByText(/Next run Wednesday 9 December, 06:00/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Run now' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Run now' }));
    await waitFor(() => expect(api.calls.some(({ path }) => path === 'assignment.run')).toBe(true));
    expect(await screen.findByText(/The rules are running/)).toBeDefined();
  });

  it('moves the follow-ups that are chosen, with a reason', async () => {
    const api = fakeApi({
      ...answers,
      'assignment.previewMoves': () => ({
        total: 1,
        items: [
          {
            enrolmentId: 'e1',
            invoiceId: 'i1',
            number: 'FA-1',
            debtorId: 'd1',
            debtorName: 'Faure',
            balance: EUR('10.00'),
            held: false,
            from: { id: soft, name: 'Soft' },
            to: { id: firm, name: 'Firm' },
            ruleId: 'large',
          },
        ],
      }),
      'assignment.move': () => ({ moved: [{ enrolmentId: 'e1', newEnrolmentId: 'e2' }], skipped: [] }),
    });
    openPage('/assignment');
    fireEvent.click(await screen.findByRole('button', { name: 'Move follow-ups…' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(await within(dialog).findByRole('checkbox', { name: /FA-1/ }));
    expect(within(dialog).getByText(/from Soft to Firm/)).toBeDefined();
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'New rules' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Move 1 follow-up' }));
    await waitFor(() =>
      expect(api.calls.find(({ path }) => path === 'assignment.move')?.input).toEqual({
        enrolmentIds: ['e1'],
        reason: 'New rules',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is there to be read by a collector, who changes nothing', async () => {
    fakeApi({ ...answers, 'session.me': () => ({ ...manager, role: 'collector' }) });
    openPage('/assignment');
    await screen.findByText('Large');
    expect(screen.queryByRole('button', { name: 'Add a rule' })).toBeNull();
    expect(screen.getByRole('switch')).toHaveProperty('disabled', true);
  });
});
