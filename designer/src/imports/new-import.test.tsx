import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';
import { clearDraft } from './import-draft.ts';

type Request = { dryRun?: boolean; mapping?: Record<string, string>; options?: Record<string, string> };

const headings = ['Facture', 'Client', 'Echeance', 'Montant'];
const guessed = { Facture: 'number', Client: 'debtorRef', Echeance: 'dueDate', Montant: 'total' };
const job = {
  id: '0190b3d4-0000-7000-8000-000000000001',
  kind: 'invoices',
  filename: 'ledger.csv',
  dryRun: true,
  status: 'done',
  progress: 1,
  summary: { read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 },
  rejected: [],
  ignoredColumns: [],
  detected: {
    mapping: guessed,
    options: { delimiter: ';', encoding: 'windows-1252', dateFormat: 'DD/MM/YYYY', decimal: ',' },
    headings,
    sample: [['FA-1', 'C1', '02/12/2026', '4 310,00']],
  },
  failure: null,
  createdBy: 'u1',
  at: '2026-12-08T09:24:00Z',
  finishedAt: null,
};
const running = { ...job, id: '0190b3d4-0000-7000-8000-000000000002', dryRun: false, status: 'running', progress: 0.4 };
const answers: Answers = {
  'imports.create': (request: Request) => (request.dryRun ? job : running),
  'imports.get': ({ id }: { id: string }) => (id === job.id ? job : running),
  'imports.rejections': () => ({
    items: [{ line: 3, field: 'dueDate', value: '31/02/2026', reason: 'not-a-date' }],
    nextCursor: null,
  }),
};

async function choose(text = 'Facture;Client\nFA-1;C1') {
  await screen.findByText('Drop a CSV file here');
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  fireEvent.change(input, { target: { files: [new File([text], 'ledger.csv')] } });
}

describe('a new import', () => {
  beforeAll(() => changeLanguage('en'));

  it('shows how the file was read, what would happen and which lines stay out', async () => {
    clearDraft();
    fakeApi(answers);
    openPage('/imports/new');
    await choose();
    await screen.findByText('FA-1');
    expect(screen.getByLabelText('Column “Echeance” holds').textContent).toContain('Due date');
    expect(screen.getByLabelText('Encoding').textContent).toContain('Windows-1252');
    expect(await screen.findByText('31/02/2026')).toBeDefined();
    expect(screen.getByText(/This date does not exist/)).toBeDefined();
  });

  it('imports what was shown and goes to its progress, which may be left', async () => {
    clearDraft();
    const api = fakeApi(answers);
    openPage('/imports/new');
    await choose();
    await waitFor(() => expect(screen.getByText('Import 2 lines').getAttribute('aria-disabled')).toBeNull());
    fireEvent.click(screen.getByText('Import 2 lines'));
    await screen.findByText(/You can leave this page/);
    const last = api.calls.findLast((call) => call.path === 'imports.create')?.input as Request & { filename: string };
    expect(last.dryRun).toBeUndefined();
    expect(last.filename).toBe('ledger.csv');
  });

  it('cannot be run without a column that it needs, and says which', async () => {
    clearDraft();
    const { Echeance: _, ...mapping } = guessed;
    fakeApi({
      ...answers,
      'imports.create': () => ({ ...job, detected: { ...job.detected, mapping } }),
      'imports.get': () => ({ ...job, detected: { ...job.detected, mapping } }),
    });
    openPage('/imports/new');
    await choose();
    await screen.findByText('No column holds: Due date');
    expect(screen.getByText('Import 2 lines').getAttribute('aria-disabled')).toBe('true');
  });

  it('keeps the preview when one looks elsewhere and comes back', async () => {
    clearDraft();
    fakeApi(answers);
    openPage('/imports/new');
    await choose();
    await screen.findByText('FA-1');
    openPage('/settings');
    openPage('/imports/new');
    await waitFor(() => expect(screen.getAllByText('FA-1').length).toBeGreaterThan(0));
  });

  it('says that the file is too large before sending it', async () => {
    clearDraft();
    const api = fakeApi(answers);
    openPage('/imports/new');
    await screen.findByText('Drop a CSV file here');
    const large = Object.defineProperty(new File(['x'], 'large.csv'), 'size', { value: 38_000_000 });
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input) fireEvent.change(input, { target: { files: [large] } });
    expect((await screen.findByRole('alert')).textContent).toContain('larger than 50 MB');
    expect(api.calls.map((call) => call.path)).not.toContain('imports.create');
  });
});
