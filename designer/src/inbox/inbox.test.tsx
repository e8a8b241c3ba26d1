import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';
import { changeDraft, dropDraft, toggleOwn } from './draft.ts';
import { taskOf } from './testing.ts';

const first = taskOf();
const second = taskOf({
  id: 't2',
  debtorName: 'Optique Chabert',
  debtor: { ...first.debtor, id: 'd2', name: 'Optique Chabert' },
});
const byId = (id: string) => (id === 't2' ? second : first);
const answers: Answers = {
  'tasks.list': () => ({ items: [first, second], nextCursor: null }),
  'tasks.get': ({ id }: { id: string }) => byId(id),
  'tasks.preview': () => ({
    lines: [{ at: null, text: { key: 'ahead.nothing' }, invoiceIds: ['i1', 'i2'] }],
  }),
  'tasks.complete': ({ outcome }: { outcome: string }) => ({ ...first, status: 'done', outcome }),
  'tasks.recap': () => ({ messages: [] }),
  'members.list': () => ({ items: [{ userId: 'karim', name: 'Karim Haddad', role: 'collector' }] }),
};
const finish = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });

describe('the inbox', () => {
  beforeAll(() => changeLanguage('en'));
  beforeEach(() => {
    dropDraft('t1');
    dropDraft('t2');
  });

  it('finishes a call with the keyboard and opens the next task by itself', async () => {
    const api = fakeApi(answers);
    openPage('/inbox/t1');
    await screen.findByRole('radio', { name: /No answer/ });
    fireEvent.keyDown(document.body, { key: '3' });
    await screen.findByText('Nothing else happens.');
    finish();
    await waitFor(() => expect(location.pathname).toBe('/inbox/t2'));
    expect(api.calls.find(({ path }) => path === 'tasks.complete')?.input).toEqual({
      id: 't1',
      rev: 1,
      outcome: 'no-answer',
      values: {},
    });
  });

  it('says what an outcome still asks for instead of asking the server', async () => {
    const api = fakeApi(answers);
    openPage('/inbox/t1');
    await screen.findByRole('radio', { name: /Promise to pay/ });
    fireEvent.keyDown(document.body, { key: '1' });
    await screen.findByLabelText('Date');
    expect(screen.getByLabelText<HTMLInputElement>('Amount').value).toContain('300.10');
    finish();
    expect(api.calls.some(({ path }) => path === 'tasks.complete')).toBe(false);
  });

  it('gives an invoice an outcome of its own', async () => {
    const api = fakeApi(answers);
    changeDraft('t1', (draft) => ({
      ...toggleOwn(draft, 'i2'),
      outcome: 'no-answer',
      own: { i2: { outcome: 'disputed', values: { reason: 'price' } } },
    }));
    openPage('/inbox/t1');
    await screen.findByText('Outcome of FA-2');
    expect(screen.getByLabelText('FA-2 ends like the others').getAttribute('aria-checked')).toBe('false');
    finish();
    await waitFor(() =>
      expect(api.calls.find(({ path }) => path === 'tasks.complete')?.input).toMatchObject({
        exceptions: [{ invoiceId: 'i2', outcome: 'disputed', values: { reason: 'price' } }],
      }),
    );
  });

  it('shows one line for each debtor, and leads from one of its tasks to the next', async () => {
    const call = taskOf({ others: [taskOf({ id: 't3', kind: 'address', amount: null, entityName: null })] });
    fakeApi({
      ...answers,
      'tasks.list': () => ({ items: [call, second, taskOf({ id: 't3', kind: 'address' })], nextCursor: null }),
      'tasks.get': () => call,
    });
    openPage('/inbox/t1');
    await screen.findByRole('radio', { name: /No answer/ });
    expect(within(screen.getByRole('grid')).getAllByText('Menuiserie Faure')).toHaveLength(1);
    expect(screen.getByText('+1')).toBeDefined();
    const others = screen.getByRole('navigation', { name: 'To do for this debtor' });
    const links = within(others).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['Call · Atelier Lumen€300', 'Address']);
    expect(links[0]?.getAttribute('aria-current')).toBe('page');
    expect(links[1]?.getAttribute('href')).toContain('/inbox/t3');
  });

  it('keeps the oldest invoice, the last promise and what is contested in sight', async () => {
    const lastPromise = {
      calledOn: '2026-11-20',
      date: '2026-11-25',
      amount: { amount: '100.00', currency: 'EUR' },
      state: 'broken' as const,
    };
    const disputed = [{ amount: '40.00', currency: 'EUR' }];
    const task = taskOf({
      brief: { lastPromise, lastPayment: null, credits: [], disputed, callsToday: { made: 0, most: 2 } },
    });
    fakeApi({ ...answers, 'tasks.get': () => task });
    openPage('/inbox/t1');
    const promise = await screen.findByText('Last promise');
    expect(promise.nextElementSibling?.textContent).toBe('€100.00, 25 Nov 2026 broken');
    expect(screen.getByText('Oldest invoice').nextElementSibling?.textContent).toBe('FA-1, 23 Nov 2026');
    expect(screen.getByText('Disputed', { selector: 'dt' }).nextElementSibling?.textContent).toBe('€40.00');
  });

  it.each([
    [1, 2, '1'],
    [2, 2, '2 enough for today'],
    [3, null, '3'],
  ])('says that %d calls were made today, where %s are enough', async (made, most, said) => {
    const task = taskOf({
      brief: { lastPromise: null, lastPayment: null, credits: [], disputed: [], callsToday: { made, most } },
    });
    fakeApi({ ...answers, 'tasks.get': () => task });
    openPage('/inbox/t1');
    const calls = await screen.findByText('Calls today');
    expect(calls.nextElementSibling?.textContent?.trim()).toBe(said);
  });

  it('finds the answer to what is said, and notes it with the outcome that records it', async () => {
    fakeApi(answers);
    openPage('/inbox/t1');
    fireEvent.change(await screen.findByRole('searchbox', { name: 'What the debtor says' }), {
      target: { value: 'deliv' },
    });
    expect(await screen.findByText('Let me note it exactly.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Note it like this' }));
    expect(screen.getByRole('radio', { name: /Disputes/ }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByLabelText('Reason').textContent).toContain('Price');
  });

  it('shows the recap as it will read, sends it with the outcome, and says in a sentence what follows', async () => {
    const message = {
      template: 'call-recap',
      to: ['compta@faure.example'],
      subject: 'Following our conversation',
      text: 'You will pay on 15 December.',
      invoiceIds: ['i1', 'i2'],
      toConfirm: false,
      missing: [],
    };
    const lines = [
      { at: '2026-12-08T09:24:00Z', text: { key: 'ahead.send-email', values: { label: 'Recap' } } },
      { at: '2026-12-17T08:00:00Z', text: { key: 'ahead.call', values: { title: 'Broken promise' } } },
    ];
    const api = fakeApi({
      ...answers,
      'tasks.recap': () => ({ messages: [message] }),
      'tasks.preview': () => ({ lines: lines.map((line) => ({ ...line, invoiceIds: ['i1', 'i2'] })) }),
    });
    openPage('/inbox/t1');
    await screen.findByRole('radio', { name: /Promise to pay/ });
    fireEvent.keyDown(document.body, { key: '1' });
    const date = await screen.findByLabelText('Date');
    fireEvent.change(date, { target: { value: '15/12/2026' } });
    fireEvent.blur(date);
    expect(
      await screen.findByText('Promise to pay on 15 Dec: the e-mail “Recap”, then nothing until 17 Dec, then a call'),
    ).toBeDefined();
    expect(await screen.findByText('You will pay on 15 December.')).toBeDefined();
    fireEvent.change(screen.getByLabelText('What was agreed'), { target: { value: 'All of it by transfer.' } });
    finish();
    await waitFor(() =>
      expect(api.calls.find(({ path }) => path === 'tasks.complete')?.input).toMatchObject({
        outcome: 'promised',
        summary: 'All of it by transfer.',
      }),
    );
  });

  it('says what changed when somebody was first, and keeps what was typed', async () => {
    let task = first;
    fakeApi({
      ...answers,
      'tasks.get': () => task,
      'tasks.complete': () => {
        task = taskOf({ rev: 2, status: 'claimed', assignee: 'karim' });
        throw new Refusal(409, 'claimed');
      },
    });
    openPage('/inbox/t1');
    await screen.findByRole('radio', { name: /Promise to pay/ });
    fireEvent.keyDown(document.body, { key: '1' });
    fireEvent.change(await screen.findByLabelText('Date'), { target: { value: '15/12/2026' } });
    finish();
    const told = await screen.findByText(/Karim Haddad has taken this task/);
    expect(told.textContent).toContain('What you typed has been kept.');
    expect(screen.getByLabelText<HTMLInputElement>('Date').value).toContain('15');
    expect(location.pathname).toBe('/inbox/t1');
  });

  it('shows a task that is over, to read', async () => {
    fakeApi({ ...answers, 'tasks.get': () => taskOf({ status: 'done', outcome: 'no-answer' }) });
    openPage('/inbox/t1');
    expect(await screen.findByText('Done: No answer')).toBeDefined();
    expect(screen.queryByText('Finish and next')).toBeNull();
  });
});
