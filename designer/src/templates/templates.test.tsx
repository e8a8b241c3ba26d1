import { findTemplate, TEMPLATES } from '@relance/workflows/templates';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const id = 'reminder-1';
const at = '2026-12-01T08:00:00.000Z';
const OWN = { subject: 'Own subject', body: 'Dear all,\n\n{{invoice_table}}\n\n{{payment_block}}' };
const standard = findTemplate(id)?.texts;
if (!standard) throw new Error('the product carries it');

const textIn = (language: 'fr' | 'en') => ({
  language,
  standard: standard[language],
  own: null as null | (typeof OWN & { version: number }),
  lastVersion: 0,
  versions: [] as object[],
});
const owned = {
  ...textIn('en'),
  own: { ...OWN, version: 2 },
  lastVersion: 2,
  versions: [
    { ...OWN, version: 2, own: true, actor: 'user:u1', at },
    { ...OWN, subject: 'First words', version: 1, own: true, actor: 'user:u2', at },
  ],
};
const template = { id, tone: 1, texts: [textIn('fr'), owned] };
const preview = {
  invoice: { id: 'i1', number: 'F-1', debtorId: 'd1', debtorName: 'Faure' },
  message: {
    to: ['a@faure.example'],
    from: '"Lumen" <x@lumen.example>',
    replyTo: 'claire@lumen.example',
    subject: 'Sub',
    text: 'Plain words',
    html: '<p>Rich words</p>',
  },
  lacking: [] as string[],
  faults: { missing: [], unknown: [], misplaced: [] },
};
const answers: Answers = {
  'members.list': () => ({ items: [{ userId: 'u1', name: 'Claire Martin', role: 'manager' }] }),
  'templates.get': () => template,
  'templates.preview': () => preview,
  'templates.list': () => ({
    items: TEMPLATES.map((row) => ({
      ...row,
      texts: [
        { language: 'fr', subject: 'a', text: 'b', version: null },
        { language: 'en', subject: 'a', text: 'b', version: row.id === id ? 2 : null },
      ],
    })),
  }),
};

beforeAll(() => changeLanguage('en'));

const subject = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Subject' });
const body = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
const save = () => screen.findByRole('button', { name: 'Save' });
const input = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } });
const callsOf = (calls: { path: string; input: unknown }[], path: string) =>
  calls.filter((call) => call.path === path).map((call) => call.input);

describe('the list', () => {
  it('says whose words leave in each language, and opens a template', async () => {
    fakeApi(answers);
    openPage('/templates');
    expect(await screen.findByText('Version 2')).toBeTruthy();
    expect(screen.getAllByText('Standard text')).toHaveLength(9);
    fireEvent.doubleClick(screen.getByText('First reminder'));
    expect((await subject()).value).toBe('Own subject');
  });
});

describe('a template', () => {
  it('shows its words, and saves them after the version that they were begun from', async () => {
    const { calls } = fakeApi({
      ...answers,
      'templates.save': () => ({ ...template, texts: [textIn('fr'), { ...owned, lastVersion: 3 }] }),
    });
    openPage(`/templates/${id}`);
    expect((await save()).getAttribute('aria-disabled')).toBe('true');
    input(await subject(), 'Another ');
    expect(await screen.findByText('Not saved')).toBeTruthy();
    fireEvent.click(await save());
    await waitFor(() =>
      expect(callsOf(calls, 'templates.save')).toEqual([
        { id, language: 'en', after: 2, subject: 'Another', body: OWN.body },
      ]),
    );
    expect(await screen.findByText(/^Version 3 saved/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Not saved')).toBeNull());
  });

  it('saves with Ctrl+S, and keeps each language’s changes while the other is shown', async () => {
    const { calls } = fakeApi({ ...answers, 'templates.save': () => template });
    openPage(`/templates/${id}`);
    input(await subject(), 'English words');
    fireEvent.click(await screen.findByRole('radio', { name: 'French' }));
    expect((await subject()).value).toBe(standard.fr.subject);
    expect(screen.getByText('Not saved')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect((await subject()).value).toBe('English words');
    fireEvent.keyDown(await subject(), { key: 's', ctrlKey: true });
    await waitFor(() => expect(callsOf(calls, 'templates.save')).toHaveLength(1));
  });

  it('inserts what Relance fills in where the cursor stands', async () => {
    fakeApi(answers);
    openPage(`/templates/${id}`);
    const text = await body();
    input(text, 'Pay  now');
    text.focus();
    text.setSelectionRange(4, 4);
    fireEvent.click(screen.getByRole('button', { name: 'Insert: Total of the table' }));
    expect((await body()).value).toBe('Pay {{total_due}} now');
    expect(document.activeElement).toBe(await body());
    expect((await body()).selectionStart).toBe(17);
    const title = await subject();
    title.focus();
    title.setSelectionRange(0, 0);
    fireEvent.click(screen.getByRole('button', { name: 'Insert: Creditor company' }));
    expect((await subject()).value).toBe('{{entity_name}}Own subject');
  });

  it('says what keeps words from being saved', async () => {
    const { calls } = fakeApi(answers);
    openPage(`/templates/${id}`);
    input(await body(), 'Pay {{nobody}}');
    const alert = await screen.findByText(/^Nobody knows: nobody/);
    expect(alert).toBeTruthy();
    expect(screen.getByText(/^Missing: Table of the invoices asked for, with total and Bank details/)).toBeTruthy();
    fireEvent.click(await save());
    expect(callsOf(calls, 'templates.save')).toEqual([]);
  });

  it('previews on a real invoice a moment after each change, as HTML that cannot act and as text', async () => {
    const { calls } = fakeApi({
      ...answers,
      'invoices.list': () => ({
        items: [{ id: 'i7', number: 'F-7', debtor: { name: 'Acier' }, balance: { amount: '1.00', currency: 'EUR' } }],
        nextCursor: null,
      }),
    });
    openPage(`/templates/${id}`);
    const frame = await screen.findByTitle('Preview of the message');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toBe('<p>Rich words</p>');
    expect(screen.getByText('On invoice F-1, Faure')).toBeTruthy();
    expect(screen.getByText('claire@lumen.example')).toBeTruthy();
    const texts = screen.getAllByRole('radio', { name: 'Text' });
    fireEvent.click(texts[0] ?? frame);
    expect(await screen.findByText('Plain words')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Choose an invoice' }));
    fireEvent.click(await screen.findByRole('button', { name: /F-7/ }));
    input(await subject(), 'New');
    await waitFor(() =>
      expect(callsOf(calls, 'templates.preview').at(-1)).toEqual({
        id,
        language: 'en',
        subject: 'New',
        body: OWN.body,
        invoiceId: 'i7',
      }),
    );
  });

  it('says what the debtor’s message lacks, and that there is no invoice to show', async () => {
    fakeApi({ ...answers, 'templates.preview': () => ({ ...preview, message: null, lacking: ['payment_block'] }) });
    openPage(`/templates/${id}`);
    expect(await screen.findByText(/^This message could not leave to this debtor. Missing: Bank details/)).toBeTruthy();
    fakeApi({ ...answers, 'templates.preview': () => ({ ...preview, invoice: null, message: null }) });
    openPage(`/templates/${id}`);
    expect(await screen.findByText('There is no open invoice to show the preview on.')).toBeTruthy();
  });

  it('lists versions with who and when, and takes an older one up', async () => {
    fakeApi(answers);
    openPage(`/templates/${id}`);
    expect(await screen.findByText(/by Claire Martin/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take up · Version 1' }));
    expect((await subject()).value).toBe('First words');
    expect((await save()).getAttribute('aria-disabled')).toBeNull();
  });

  it('goes back to the standard text after a question', async () => {
    const { calls } = fakeApi({
      ...answers,
      'templates.reset': () => ({ ...template, texts: [textIn('fr'), textIn('en')] }),
    });
    openPage(`/templates/${id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Back to the standard text' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Back to the standard text' }));
    await waitFor(() => expect(callsOf(calls, 'templates.reset')).toEqual([{ id, language: 'en', after: 2 }]));
    expect((await subject()).value).toBe(standard.en.subject);
  });

  it('somebody else was faster: what is saved next follows their version', async () => {
    let theirs = false;
    const { calls } = fakeApi({
      ...answers,
      'templates.get': () => (theirs ? { ...template, texts: [textIn('fr'), { ...owned, lastVersion: 3 }] } : template),
      'templates.save': () => {
        if (theirs) return template;
        theirs = true;
        throw new Refusal(409, 'stale-text');
      },
    });
    openPage(`/templates/${id}`);
    input(await subject(), 'Mine');
    fireEvent.click(await save());
    expect(await screen.findByText(/^Somebody else has saved this text meanwhile/)).toBeTruthy();
    expect((await subject()).value).toBe('Mine');
    await waitFor(async () => {
      fireEvent.click(await save());
      expect(callsOf(calls, 'templates.save').at(-1)).toMatchObject({ after: 3, subject: 'Mine' });
    });
  });

  it('asks before unsaved words are left', async () => {
    fakeApi(answers);
    openPage(`/templates/${id}`);
    input(await subject(), 'Mine');
    const [link] = screen.getAllByRole('link', { name: 'Templates' });
    fireEvent.click(link ?? document.body);
    const dialog = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Leave' }));
    expect(await screen.findByText('Version 2')).toBeTruthy();
  });

  it('is read only for a collector, and tells when it is not there', async () => {
    fakeApi({ ...answers, 'session.me': () => ({ ...manager, role: 'collector' }) });
    openPage(`/templates/${id}`);
    expect((await body()).readOnly).toBe(true);
    expect(screen.getByText('A manager can change this text.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Insert/ })).toBeNull();
    fakeApi({
      ...answers,
      'templates.get': () => {
        throw new Refusal(404, 'not-found');
      },
    });
    openPage('/templates/nope');
    expect(await screen.findByText(/^Not found/)).toBeTruthy();
  });
});
