import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, manager, Refusal, type Answers, type FakeApi } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const group = (id: string, name: string, more: object = {}) => ({
  debtor: { id, name },
  entity: { id: 'e1', name: 'Lumen SARL' },
  amount: EUR('1240.50'),
  invoices: 2,
  contactIds: [`${id}-1`, `${id}-2`],
  tone: 1,
  templates: ['reminder-1'],
  waitingFor: ['confirmation'],
  reason: null,
  phrases: [{ key: 'why.wait.confirmation' }],
  slotAt: null,
  asideUntil: null,
  to: [`${id}@debtor.example`],
  risks: ['largest', 'first-contact'],
  ...more,
});
const stale = { waitingFor: ['stale'], phrases: [{ key: 'why.wait.stale' }] };
const outbox = (items: object[], more: object = {}) => ({
  items,
  total: items.length,
  counts: { decide: items.length, today: 3, later: 0, aside: 1, stopped: 0, blocked: 2 },
  sending: true,
  entering: 0,
  brakes: {
    ledger: { at: '2026-12-06T10:00:00Z', staleAfterHours: 24, hours: 47, messages: 0 },
    batch: { factor: 3, today: 2, usual: 4.2, messages: 0 },
  },
  nextCursor: null as string | null,
  ...more,
});
const wording = { subject: 'A reminder', body: '{{greeting}}\n\n{{invoice_table}}\n\n{{payment_block}}' };
const message = (id: string, contactIds: string[], more: object = {}) => ({
  contactIds,
  template: 'reminder-1',
  tone: 1,
  language: 'en',
  to: [`${id}@debtor.example`],
  from: '"Lumen" <x@lumen.example>',
  replyTo: 'claire@lumen.example',
  subject: `A reminder for ${id}`,
  text: 'Plain words',
  html: '<p>Rich words</p>',
  wording,
  edited: false,
  invoices: ['F-1', 'F-2', 'F-3', 'F-4'].map((number, index) => ({
    id: number,
    number,
    dueDate: '2026-11-01',
    balance: EUR('100.00'),
    demanded: index < 3,
    url: index === 0 ? 'https://lumen.example/F-1.pdf' : null,
  })),
  ...more,
});
const done = { contacts: 2, debtors: 1, gone: [] as string[] };
const answers: Answers = {
  'outbox.list': () => outbox([group('d1', 'Faure'), group('d2', 'Guérin', { risks: [] })]),
  'outbox.preview': ({ debtorId }: { debtorId: string }) => ({
    messages: [message(debtorId, [`${debtorId}-1`, `${debtorId}-2`])],
    kept: [],
  }),
  'outbox.send': () => done,
  'outbox.hold': () => done,
  'outbox.drop': () => done,
  'outbox.edit': () => ({ messages: [], kept: [] }),
};

const inputsOf = ({ calls }: FakeApi, path: string) =>
  calls.filter((call) => call.path === path).map((call) => call.input);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

beforeAll(() => changeLanguage('en'));

describe('the list', () => {
  it('says who is asked for how much, why it waits and what risk it carries; the navigation counts', async () => {
    fakeApi(answers);
    openPage('/outbox');
    const row = within(await screen.findByRole('row', { name: /Faure/ }));
    expect(row.getByText('€1,240.50')).toBeTruthy();
    expect(row.getByText('Among the largest sums · First reminder to this debtor')).toBeTruthy();
    expect(row.getByText('It waits for a person’s agreement.')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /Leave today\s*3/ })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /Sending off/ })).toBeNull();
    const item = await screen.findByRole('link', { name: 'Outbox' });
    await waitFor(() => expect(item.textContent).toBe('Outbox4'));
  });

  it('says that invoices are still entering, whose messages are to come', async () => {
    fakeApi({ ...answers, 'outbox.list': () => outbox([group('d1', 'Faure')], { entering: 612 }) });
    openPage('/outbox');
    await screen.findByText('612 invoices are still entering their scenarios.');
    fireEvent.click(screen.getByRole('radio', { name: /Leave today/ }));
    await waitFor(() => expect(screen.queryByText(/still entering/)).toBeNull());
  });

  it('shows another view, and finds a debtor', async () => {
    const api = fakeApi(answers);
    openPage('/outbox');
    fireEvent.click(await screen.findByRole('radio', { name: /Set aside/ }));
    await waitFor(() => expect(inputsOf(api, 'outbox.list').at(-1)).toMatchObject({ view: 'aside', limit: 200 }));
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find a debtor' }), { target: { value: 'gué' } });
    await waitFor(() => expect(inputsOf(api, 'outbox.list').at(-1)).toMatchObject({ view: 'aside', search: 'gué' }));
  });

  it('puts what several companies ask of one debtor in one line', async () => {
    const other = group('d1', 'Faure', { entity: { id: 'e2', name: 'Nord SAS' }, contactIds: ['d1-3'] });
    const api = fakeApi({ ...answers, 'outbox.list': () => outbox([group('d1', 'Faure'), other]) });
    openPage('/outbox/d1');
    expect((await screen.findByRole('row', { name: /Faure/ })).textContent).toContain('€2,481.00');
    fireEvent.click(await button('Send all to Faure'));
    await waitFor(() => expect(inputsOf(api, 'outbox.send')).toEqual([{ contactIds: ['d1-1', 'd1-2', 'd1-3'] }]));
  });

  it('says that nothing waits, and that it could not be read', async () => {
    fakeApi({ ...answers, 'outbox.list': () => outbox([]) });
    openPage('/outbox');
    expect(await screen.findByText('Nothing waits for your decision.')).toBeTruthy();
    fakeApi({
      ...answers,
      'outbox.list': () => {
        throw new Refusal(500, 'internal');
      },
    });
    openPage('/outbox');
    expect(await button('Try again')).toBeTruthy();
  });
});

describe('several at once', () => {
  it('sends those that are selected after a question that names their number and sum', async () => {
    const api = fakeApi(answers);
    openPage('/outbox');
    for (const name of [/Faure/, /Guérin/]) {
      const row = within(await screen.findByRole('row', { name }));
      fireEvent.click(row.getByRole('checkbox'));
    }
    fireEvent.click(await button('Send'));
    const asked = await dialog();
    expect(asked.getByText('Send the messages: 2 debtors')).toBeTruthy();
    expect(asked.getByText('€2,481.00')).toBeTruthy();
    fireEvent.click(asked.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(inputsOf(api, 'outbox.send')).toEqual([{ contactIds: ['d1-1', 'd1-2', 'd2-1', 'd2-2'] }]),
    );
  });

  it('sends all, those on pages that nobody has read included', async () => {
    const api = fakeApi({
      ...answers,
      'outbox.list': ({ cursor }: { cursor?: string }) =>
        cursor === undefined
          ? outbox(
              Array.from({ length: 40 }, (_, index) => group(`x${index}`, `Client ${index}`)),
              { total: 41, nextCursor: '40' },
            )
          : outbox([group('d2', 'Guérin')], { total: 41 }),
    });
    openPage('/outbox');
    fireEvent.click(await button('Send all (41)'));
    const asked = await dialog();
    expect(asked.getByText('Send the messages: 41 debtors')).toBeTruthy();
    fireEvent.click(asked.getByRole('button', { name: 'Send' }));
    await waitFor(() => {
      const [sent] = inputsOf(api, 'outbox.send') as { contactIds: string[] }[];
      expect(sent?.contactIds).toHaveLength(82);
      expect(sent?.contactIds).toContain('d2-2');
    });
  });

  it('releases what an old ledger has stopped by one decision, and leaves the others', async () => {
    const api = fakeApi({
      ...answers,
      'outbox.list': () =>
        outbox([group('d1', 'Faure', stale), group('d2', 'Guérin')], {
          brakes: {
            ledger: { at: '2026-12-06T10:00:00Z', staleAfterHours: 24, hours: 47, messages: 1 },
            batch: { factor: 3, today: 240, usual: 40, messages: 0 },
          },
        }),
    });
    openPage('/outbox');
    expect(await screen.findByText(/Last word on payments 47 hours ago, 24 at most/)).toBeTruthy();
    fireEvent.click(await button('Release (1)'));
    fireEvent.click((await dialog()).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(inputsOf(api, 'outbox.send')).toEqual([{ contactIds: ['d1-1', 'd1-2'] }]));
  });

  it('tells a collector who decides on a large batch, and does not ask', async () => {
    const batch = { waitingFor: ['batch'], phrases: [{ key: 'why.wait.batch' }] };
    const api = fakeApi({
      ...answers,
      'session.me': () => ({ ...manager, role: 'collector' }),
      'outbox.list': () =>
        outbox([group('d1', 'Faure', batch)], {
          brakes: {
            ledger: { at: null, staleAfterHours: null, hours: null, messages: 0 },
            batch: { factor: 3, today: 240, usual: 40, messages: 1 },
          },
        }),
    });
    openPage('/outbox/d1');
    expect(await screen.findByText(/240 messages today, usually 40/)).toBeTruthy();
    const release = await button('Release (1)');
    expect(release.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(release);
    fireEvent.click(await button(/^Send$/));
    fireEvent.keyDown(window, { key: 's' });
    fireEvent.focus(release);
    expect((await screen.findAllByText(/A manager decides on messages/)).length).toBeGreaterThan(0);
    expect(inputsOf(api, 'outbox.send')).toEqual([]);
  });
});

describe('one debtor', () => {
  it('shows its message as it would leave, with recipients, attachments and invoices, unable to act', async () => {
    fakeApi(answers);
    openPage('/outbox/d1');
    const card = within(await screen.findByRole('article', { name: 'A reminder for d1' }));
    for (const words of ['d1@debtor.example', 'claire@lumen.example', 'First reminder · courteous', 'None']) {
      expect(card.getByText(words)).toBeTruthy();
    }
    expect(card.getByRole('link', { name: 'see the invoice' }).getAttribute('href')).toContain('F-1.pdf');
    fireEvent.click(card.getByRole('button', { name: 'Show 1 more invoice' }));
    expect(card.getByText(/for information/)).toBeTruthy();
    const paper = card.getByTitle<HTMLIFrameElement>('Content of the message');
    expect([paper.getAttribute('sandbox'), paper.srcdoc]).toEqual(['', '<p>Rich words</p>']);
    fireEvent.click(card.getByRole('radio', { name: 'Text' }));
    expect(card.getByText('Plain words')).toBeTruthy();
  });

  it('is sent by S, and the next one is read', async () => {
    const api = fakeApi(answers);
    openPage('/outbox/d1');
    await screen.findByRole('article', { name: 'A reminder for d1' });
    fireEvent.keyDown(window, { key: 's' });
    await waitFor(() => expect(inputsOf(api, 'outbox.send')).toEqual([{ contactIds: ['d1-1', 'd1-2'] }]));
    expect(await screen.findByRole('article', { name: 'A reminder for d2' })).toBeTruthy();
    expect(await screen.findByText(/^2 reminders released/)).toBeTruthy();
  });

  it('stays when another of its messages is left to read', async () => {
    fakeApi({
      ...answers,
      'outbox.preview': () => ({ messages: [message('d1', ['d1-1']), message('other', ['d1-2'])], kept: [] }),
    });
    openPage('/outbox/d1');
    const card = within(await screen.findByRole('article', { name: 'A reminder for other' }));
    fireEvent.click(card.getByRole('button', { name: 'Send' }));
    await screen.findByText(/reminders released/);
    expect(window.location.pathname).toBe('/outbox/d1');
  });

  it('is set aside with a reason, and until a day', async () => {
    const api = fakeApi(answers);
    openPage('/outbox/d1');
    await screen.findByRole('article', { name: 'A reminder for d1' });
    fireEvent.keyDown(window, { key: 'h' });
    const asked = await dialog();
    fireEvent.click(asked.getByRole('button', { name: 'Set aside' }));
    expect(inputsOf(api, 'outbox.hold')).toEqual([]);
    fireEvent.change(asked.getByLabelText('Reason'), { target: { value: 'The boss calls' } });
    fireEvent.change(asked.getByLabelText('Until (optional)'), { target: { value: '15/12' } });
    fireEvent.click(asked.getByRole('button', { name: 'Set aside' }));
    await waitFor(() =>
      expect(inputsOf(api, 'outbox.hold')).toEqual([
        { contactIds: ['d1-1', 'd1-2'], reason: 'The boss calls', until: '2026-12-15' },
      ]),
    );
  });

  it('is dropped with a reason; what was refused is said', async () => {
    const api = fakeApi({
      ...answers,
      'outbox.drop': () => {
        throw new Refusal(404, 'not-found');
      },
    });
    openPage('/outbox/d1');
    await screen.findByRole('article', { name: 'A reminder for d1' });
    fireEvent.keyDown(window, { key: 'Delete' });
    const asked = await dialog();
    fireEvent.change(asked.getByLabelText('Reason'), { target: { value: 'Paid yesterday' } });
    fireEvent.click(asked.getByRole('button', { name: 'Drop' }));
    expect(await asked.findByRole('alert')).toBeTruthy();
    expect(inputsOf(api, 'outbox.drop')).toEqual([{ contactIds: ['d1-1', 'd1-2'], reason: 'Paid yesterday' }]);
  });

  it('is written in other words for this once, with the blocks of the product', async () => {
    const api = fakeApi(answers);
    openPage('/outbox/d1');
    await screen.findByRole('article', { name: 'A reminder for d1' });
    fireEvent.keyDown(window, { key: 'e' });
    const asked = await dialog();
    expect(asked.getByText(/^In English, the debtor’s language/)).toBeTruthy();
    const body = asked.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
    const keep = () => fireEvent.click(asked.getByRole('button', { name: 'Keep this text' }));
    fireEvent.change(body, { target: { value: 'Dear all' } });
    expect((await asked.findAllByText(/^Missing:/)).length).toBeGreaterThan(0);
    keep();
    expect(inputsOf(api, 'outbox.edit')).toEqual([]);
    const words = `Dear all\n\n${wording.body}`;
    fireEvent.change(body, { target: { value: words } });
    keep();
    await waitFor(() =>
      expect(inputsOf(api, 'outbox.edit')).toEqual([
        { contactIds: ['d1-1', 'd1-2'], subject: 'A reminder', body: words },
      ]),
    );
    expect(await screen.findByText('Text kept. The message is still to be sent.')).toBeTruthy();
  });

  it('says what would not leave and why: incomplete, or later', async () => {
    const kept = { contactId: 'd1-1', invoiceId: 'i1', number: 'F-1', until: null, missing: [] as string[] };
    const api = fakeApi({
      ...answers,
      'outbox.preview': () => ({
        messages: [],
        kept: [
          { ...kept, reason: 'incomplete', missing: ['payment_block'] },
          { ...kept, contactId: 'd1-2', number: 'F-2', reason: 'minimum-distance', until: '2026-12-10T08:00:00Z' },
        ],
      }),
    });
    openPage('/outbox/d1');
    expect(await screen.findByText(/The text is incomplete\. Missing: /)).toBeTruthy();
    expect(screen.getByText(/The minimum time since the message before still runs\. Until /)).toBeTruthy();
    const sheet = within(screen.getByRole('complementary'));
    fireEvent.click(sheet.getByRole('button', { name: 'Drop' }));
    const asked = await dialog();
    fireEvent.change(asked.getByLabelText('Reason'), { target: { value: 'No' } });
    fireEvent.click(asked.getByRole('button', { name: 'Drop' }));
    await waitFor(() => expect(inputsOf(api, 'outbox.drop')).toEqual([{ contactIds: ['d1-1', 'd1-2'], reason: 'No' }]));
  });

  it('says that it was decided meanwhile', async () => {
    fakeApi({ ...answers, 'outbox.list': () => outbox([group('d2', 'Guérin')]) });
    openPage('/outbox/d1');
    expect(await screen.findByText(/These messages are here no more/)).toBeTruthy();
  });
});
