import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager, Refusal, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';
import { changeDraft } from './import-draft.ts';

type Request = {
  filename: string;
  contentBase64: string;
  dryRun?: boolean;
  openItems?: boolean;
  closingConfirmed?: boolean;
  mapping: Record<string, string>;
  options: { entityId?: string };
};

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const figure = (count: number, ...sums: string[]) => ({ count, sums: sums.map((sum) => euros(sum)) });
const id = (end: number) => `0190b3d4-0000-7000-8000-00000000000${end}`;
const closing = {
  invoices: 12,
  openInvoices: 30,
  balances: [{ closing: euros('4500.00'), open: euros('9000.00') }],
  credits: 1,
  large: true,
  doubts: [{ code: 'other-entity', detail: 'Lumen Export' }],
  mustConfirm: true,
  figures: {
    created: figure(2, '300.00'),
    changed: figure(3, '700.00'),
    unchanged: figure(13, '3000.00'),
    reopened: figure(1, '80.00'),
    credits: figure(0),
    paidHere: figure(0),
    kept: figure(0),
  },
};
const preview = {
  id: id(1),
  kind: 'invoices',
  filename: 'Pasted from a spreadsheet',
  dryRun: true,
  openItems: true,
  entityId: 'e1',
  status: 'done',
  progress: 1,
  summary: { read: 19, created: 2, updated: 4, unchanged: 13, rejected: 0 },
  rejected: [],
  ignoredColumns: [],
  detected: {
    mapping: { Invoice: 'number', Customer: 'debtorRef', Due: 'dueDate', Left: 'balance' },
    options: { delimiter: '\t', encoding: 'utf-8', dateFormat: 'DD/MM/YYYY', decimal: ',', entityId: 'e1' },
    headings: ['Invoice', 'Customer', 'Due', 'Left'],
    sample: [['FA-1', 'C1', '02/12/2026', '4 310,00']],
  },
  closing,
  undone: null,
  failure: null,
  createdBy: 'user:u1',
  at: '2026-12-08T09:24:00Z',
  finishedAt: '2026-12-08T09:24:02Z',
};
const done = { ...preview, id: id(2), dryRun: false };
const foreseen = {
  refusal: null,
  reopened: figure(12, '4500.00'),
  changed: figure(3, '750.00'),
  withdrawn: figure(2, '300.00'),
  credits: figure(1, '20.00'),
  left: ['FA-9'],
  endedEnrolments: 5,
};
const answers: Answers = {
  'entities.list': () => ({ items: [{ id: 'e1', name: 'Atelier Lumen' }] }),
  'members.list': () => ({ items: [{ userId: 'u1', name: 'Claire Martin' }] }),
  'imports.create': (request: Request) => (request.dryRun ? preview : done),
  'imports.get': (asked: { id: string }) => (asked.id === preview.id ? preview : done),
  'imports.undoPreview': () => foreseen,
};
const copied = 'Invoice\tCustomer\tDue\tLeft\nFA-1\tC1\t02/12/2026\t4 310,00\n';

async function paste(text = copied) {
  fireEvent.change(await screen.findByLabelText('Or paste rows copied from a spreadsheet'), {
    target: { value: text },
  });
  fireEvent.click(screen.getByText('Read these rows'));
}
async function runList() {
  await waitFor(() => expect(screen.getByText('Import the list').getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(screen.getByText('Import the list'));
}
const textOf = (element: HTMLElement): string => element.textContent?.replaceAll(/\s+/g, ' ') ?? '';

beforeAll(() => changeLanguage('en'));
beforeEach(() =>
  changeDraft({ kind: 'invoices', file: null, openItems: false, mapping: {}, options: {}, previewId: null }),
);

describe('rows pasted from a spreadsheet', () => {
  it('are read like a file', async () => {
    const api = fakeApi(answers);
    openPage('/imports/new');
    await paste();
    await screen.findByText('FA-1');
    const asked = api.calls.find(({ path }) => path === 'imports.create')?.input as Request;
    expect(asked).toMatchObject({ filename: 'Pasted from a spreadsheet', dryRun: true });
    expect(asked).not.toHaveProperty('openItems');
    expect(atob(asked.contentBase64)).toBe(copied);
  });

  it('are asked for when there are none', async () => {
    const api = fakeApi(answers);
    openPage('/imports/new');
    const button = (await screen.findByText('Read these rows')).closest('button');
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    await paste('  \n');
    expect(api.calls.map(({ path }) => path)).not.toContain('imports.create');
  });
});

describe('a list of open items', () => {
  async function declare() {
    fireEvent.click(await screen.findByLabelText('This is the whole list of open items of Atelier Lumen'));
    await paste();
    return screen.findByText('What the list will settle');
  }

  it('shows what it settles, counted and summed, and asks a second time', async () => {
    const api = fakeApi(answers);
    openPage('/imports/new');
    const card = (await declare()).closest('section');
    if (!card) throw new Error('no card');
    const text = textOf(card);
    expect(text).toContain('12 invoices of 30 open ones are no longer due by this list: €4,500.00 of €9,000.00.');
    expect(text).toContain('These lines look like those of Lumen Export.');
    expect(text).toContain('More than 30% of what is open');
    for (const part of ['12settled', '1credits used up', '3changed€700.00', '1back again€80.00', '2new€300.00'])
      expect(text).toContain(part);
    await runList();
    const dialog = within(await screen.findByRole('dialog'));
    expect(api.calls.filter(({ path }) => path === 'imports.create')).toHaveLength(1);
    fireEvent.click(dialog.getByText('Settle 12 invoices and import'));
    await screen.findByText('What the list has settled');
    const sent = api.calls.findLast(({ path }) => path === 'imports.create')?.input as Request;
    expect(sent).toMatchObject({ openItems: true, closingConfirmed: true });
  });

  it('that settles little is imported at once', async () => {
    const small = { ...preview, closing: { ...closing, invoices: 1, large: false, doubts: [], mustConfirm: false } };
    const api = fakeApi({
      ...answers,
      'imports.create': (request: Request) => (request.dryRun ? small : done),
      'imports.get': (asked: { id: string }) => (asked.id === small.id ? small : done),
    });
    openPage('/imports/new');
    await declare();
    await runList();
    await screen.findByText('What the list has settled');
    expect(api.calls.findLast(({ path }) => path === 'imports.create')?.input).not.toHaveProperty('closingConfirmed');
  });

  it('of one of several companies names it', async () => {
    const two = [
      { id: 'e1', name: 'Atelier Lumen' },
      { id: 'e2', name: 'Lumen Export' },
    ];
    const refused = { ...preview, status: 'failed', failure: 'entity-owed', closing: null };
    fakeApi({
      ...answers,
      'entities.list': () => ({ items: two }),
      'imports.create': () => refused,
      'imports.get': () => refused,
    });
    openPage('/imports/new');
    fireEvent.click(await screen.findByLabelText('This is the whole list of open items of the company'));
    expect(await screen.findByLabelText('Creditor company')).toBeDefined();
    await paste();
    expect(await screen.findByText(/Say first of which company this is the list/)).toBeDefined();
  });
});

describe('a reading that is remembered', () => {
  it('is told and can be forgotten', async () => {
    const detected = { ...preview.detected, remembered: '2026-12-01T08:00:00Z' };
    const api = fakeApi({
      ...answers,
      'imports.create': () => ({ ...preview, detected }),
      'imports.get': () => ({ ...preview, detected }),
      'imports.forgetReading': () => ({ ...preview, detected }),
    });
    openPage('/imports/new');
    await paste();
    await screen.findByText(/are read as you corrected it on/);
    fireEvent.click(screen.getByText('Forget this reading'));
    await waitFor(() => expect(api.calls.filter(({ path }) => path === 'imports.create')).toHaveLength(2));
    expect(api.calls.find(({ path }) => path === 'imports.forgetReading')?.input).toEqual({ id: preview.id });
  });
});

describe('the page of a list', () => {
  it('confirms one that waits', async () => {
    const waiting = { ...done, status: 'failed', failure: 'closing-unconfirmed' };
    const api = fakeApi({
      ...answers,
      'imports.get': () => waiting,
      'imports.confirmClosing': () => ({ ...waiting, status: 'running', failure: null, closing: null }),
    });
    openPage(`/imports/${done.id}`);
    fireEvent.click(await screen.findByText('Read and confirm'));
    fireEvent.click(within(await screen.findByRole('dialog')).getByText('Settle 12 invoices and import'));
    await screen.findByText('Import under way');
    expect(api.calls.find(({ path }) => path === 'imports.confirmClosing')?.input).toEqual({ id: done.id });
  });

  it('says what an undo would restore, asks why, and shows it as undone', async () => {
    const undone = { at: '2026-12-08T10:00:00Z', by: 'user:u1', restored: 17, left: ['FA-9'] };
    let state: object = done;
    const api = fakeApi({
      ...answers,
      'imports.get': () => state,
      'imports.undo': () => {
        state = { ...done, undone };
        return state;
      },
    });
    openPage(`/imports/${done.id}`);
    fireEvent.click(await screen.findByText('Undo this import'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(textOf(await dialog.findByText('due again'))).toBeDefined();
    expect(textOf(screen.getByRole('dialog'))).toContain('12due again€4,500.00');
    expect(dialog.getByText('Changed since and left as they are: FA-9.')).toBeDefined();
    expect(dialog.getByText(/For 5 of them the follow-up has ended/)).toBeDefined();
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'Last month’s file' } });
    fireEvent.click(dialog.getByText('Undo the import'));
    expect(textOf(await screen.findByText(/Undone on .* by Claire Martin\./))).toBeDefined();
    expect(api.calls.find(({ path }) => path === 'imports.undo')?.input).toEqual({
      id: done.id,
      reason: 'Last month’s file',
    });
    expect(screen.queryByText('Undo this import')).toBeNull();
  });

  it('says why one cannot be undone', async () => {
    fakeApi({ ...answers, 'imports.undoPreview': () => ({ ...foreseen, refusal: 'not-last' }) });
    openPage(`/imports/${done.id}`);
    fireEvent.click(await screen.findByText('Undo this import'));
    expect(await screen.findByText(/A later list of this company has been imported/)).toBeDefined();
  });

  it('offers a collector neither', async () => {
    fakeApi({ ...answers, 'session.me': () => ({ ...manager, role: 'collector' }) });
    openPage(`/imports/${done.id}`);
    await screen.findByText('What the list has settled');
    expect(screen.queryByText('Undo this import')).toBeNull();
  });

  it('keeps the dialog with the reason when the server refuses', async () => {
    fakeApi({
      ...answers,
      'imports.undo': () => {
        throw new Refusal(409, 'import-busy');
      },
    });
    openPage(`/imports/${done.id}`);
    fireEvent.click(await screen.findByText('Undo this import'));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(await dialog.findByLabelText('Reason'), { target: { value: 'x' } });
    fireEvent.click(dialog.getByText('Undo the import'));
    expect(await dialog.findByText(/Another list of this company is being imported/)).toBeDefined();
  });
});

it('the list of imports tells open items and what was undone', async () => {
  const undone = { at: '2026-12-08T10:00:00Z', by: 'user:u1', restored: 3, left: [] };
  const api = fakeApi({
    ...answers,
    'imports.list': () => ({
      items: [
        { ...done, undone },
        { ...done, id: id(3), openItems: false },
      ],
      nextCursor: null,
    }),
  });
  openPage('/imports');
  expect(await screen.findByText('Open items')).toBeDefined();
  expect(screen.getByText('Undone')).toBeDefined();
  expect(screen.getByText('Invoices', { selector: '[role="gridcell"] *, [role="gridcell"]' })).toBeDefined();
  expect(api.calls.find(({ path }) => path === 'imports.list')?.input).toMatchObject({ dryRun: false });
});
