import { fireEvent, screen, waitFor } from '@testing-library/react';
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
  debtor: { ...first.debtor, name: 'Optique Chabert' },
});
const byId = (id: string) => (id === 't2' ? second : first);
const answers: Answers = {
  'tasks.list': () => ({ items: [first, second], nextCursor: null }),
  'tasks.get': ({ id }: { id: string }) => byId(id),
  'tasks.preview': () => ({
    lines: [{ at: null, text: { key: 'ahead.nothing' }, invoiceIds: ['i1', 'i2'] }],
  }),
  'tasks.complete': ({ outcome }: { outcome: string }) => ({ ...first, status: 'done', outcome }),
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
