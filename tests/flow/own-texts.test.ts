import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { findTemplate } from '@relance/workflows/templates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf, procedures } from '../drivers/procedures.ts';
import { dispatchWorld, type DispatchWorld } from '../setup/dispatch-world.ts';

const OWN = {
  subject: 'À propos de {{invoices_short}}',
  body: 'Chère cliente, cher client,\n\n{{invoice_table}}\n\n{{payment_block}}\n\n{{late_payment_mention}}\n\n{{sender_name}}',
};
const EMPTY = { subject: 'a', body: 'b' };
/** A rate of interest, as any wording would give it. */
const RATE = /\d\s*(?:%|per cent|pour cent|points)/i;

let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld();
  entityId = await world.addEntity();
});
afterAll(() => world.close());

const as = (role: 'manager' | 'collector' | 'admin' = 'manager') => procedures(world.app, world.orgId, role);

async function sent(debtorId: string) {
  const { deliver } = await dispatchDebtor(world.deps, world.orgId, debtorId, null);
  for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  const [message] = (await world.messages()).filter((row) => deliver.includes(row.id));
  if (!message) throw new Error('nothing was sent');
  return message;
}

async function written(
  language: 'fr' | 'en',
  kind: 'business' | 'public' | 'consumer' | 'unknown',
  contact: { template: string; tone: number },
) {
  const debtorId = await world.addDebtor({ language, kind });
  await world.addCase({ debtorId, entityId, contact });
  return sent(debtorId);
}

const REMINDER = { template: 'reminder-1', tone: 1 };
const textOf = async (language: 'fr' | 'en', id = 'reminder-1') => {
  const found = (await as().templates.get({ id })).texts.find((row) => row.language === language);
  if (!found) throw new Error('a template has both languages');
  return found;
};

describe('a saved text', () => {
  test('leaves in the next message, with its version, in its language only; going back restores the standard', async () => {
    expect(await written('fr', 'business', REMINDER)).toMatchObject({ templateVersion: null });
    await as().templates.save({ id: 'reminder-1', language: 'fr', after: 0, ...OWN });

    const own = await written('fr', 'business', REMINDER);
    expect(own).toMatchObject({ templateVersion: 1, template: 'reminder-1', edited: false });
    expect(own.subject).toMatch(/^À propos de la facture|^À propos de facture/);
    expect(own.text).toMatch(/^Chère cliente, cher client,/);
    const english = await written('en', 'business', REMINDER);
    expect(english).toMatchObject({ templateVersion: null });
    expect(english.subject).toContain('A quick reminder');

    await as().templates.save({ id: 'reminder-1', language: 'fr', after: 1, ...OWN, subject: 'Bonjour' });
    expect(await written('fr', 'business', REMINDER)).toMatchObject({ templateVersion: 2, subject: 'Bonjour' });
    // what has left keeps its words
    expect((await world.messages()).find(({ id }) => id === own.id)?.text).toBe(own.text);

    await as().templates.reset({ id: 'reminder-1', language: 'fr', after: 2 });
    const standard = await written('fr', 'business', REMINDER);
    expect(standard).toMatchObject({ templateVersion: null });
    expect(standard.subject).toContain('Petit rappel');
  });

  test('keeps every version with who and when, and writes each into the trail', async () => {
    const { own, lastVersion, versions, standard } = await textOf('fr');
    expect({ own, lastVersion }).toEqual({ own: null, lastVersion: 3 });
    expect(versions.map(({ version, own: mine, actor }) => [version, mine, actor])).toEqual([
      [3, false, 'user:manager'],
      [2, true, 'user:manager'],
      [1, true, 'user:manager'],
    ]);
    expect(versions[2]).toMatchObject({ ...OWN, at: '2026-03-02T08:00:00.000Z' });
    expect(standard).toEqual(findTemplate('reminder-1')?.texts.fr);
    const told = (await world.audits()).filter(({ kind }) => kind.startsWith('template-'));
    expect(told.map(({ kind, ref, actor, data }) => [kind, ref, actor, data])).toEqual([
      ['template-saved', 'reminder-1', 'user:manager', { language: 'fr', version: 1 }],
      ['template-saved', 'reminder-1', 'user:manager', { language: 'fr', version: 2 }],
      ['template-reset', 'reminder-1', 'user:manager', { language: 'fr', version: 3 }],
    ]);
  });

  test('is listed with the words that leave', async () => {
    await as('admin').templates.save({ id: 'preventive', language: 'en', after: 0, ...OWN });
    const { items } = await as('collector').templates.list();
    const texts = items.find(({ id }) => id === 'preventive')?.texts ?? [];
    expect(texts.map(({ language, version }) => [language, version])).toEqual([
      ['fr', null],
      ['en', 1],
    ]);
    expect(texts[1]?.subject).toBe(OWN.subject);
    expect(items.map(({ id, tone }) => [id, tone])).toContainEqual(['preventive', 0]);
  });
});

describe('refused, and nothing is kept', () => {
  test.each([
    ['nothing required', { ...OWN, body: 'Payez.' }, ['body', 'body']],
    ['an unknown variable', { ...OWN, body: `${OWN.body}\n\n{{iban}}` }, ['body']],
    ['an unknown variable in the subject', { ...OWN, subject: '{{nobody}}' }, ['subject']],
    ['braces left open', { ...OWN, body: `${OWN.body}\n\n{{total_due` }, ['body']],
    [
      'a table in a sentence',
      { ...OWN, body: OWN.body.replace('{{invoice_table}}', 'Dû : {{invoice_table}}') },
      ['body'],
    ],
    ['a table in the subject', { ...OWN, subject: '{{invoice_table}}' }, ['subject']],
  ])('%s', async (_what, text, paths) => {
    const call = as().templates.save({ id: 'reminder-2', language: 'fr', after: 0, ...text });
    const { status, code, errors } = await problemOf(call);
    expect({ status, code }).toEqual({ status: 422, code: 'not-allowed' });
    expect((errors as { path: string }[]).map(({ path }) => path)).toEqual(paths);
    expect((await textOf('fr', 'reminder-2')).versions).toEqual([]);
  });

  test.each([
    ['two lines in the subject', { ...OWN, subject: 'a\nBcc: x' }, 400],
    ['no subject', { ...OWN, subject: ' ' }, 400],
    ['no text', { ...OWN, body: '' }, 400],
    ['too much', { ...OWN, body: 'x'.repeat(20_001) }, 400],
  ])('%s', async (_what, text, status) => {
    expect(await problemOf(as().templates.save({ id: 'reminder-2', language: 'fr', after: 0, ...text }))).toMatchObject(
      {
        status,
      },
    );
  });

  test('a version that somebody else has replaced, one that nobody wrote, and a template that nobody knows', async () => {
    const save = (after: number, id = 'reminder-2') => as().templates.save({ id, language: 'en', after, ...OWN });
    await save(0);
    expect(await problemOf(save(0))).toMatchObject({
      status: 409,
      code: 'stale-text',
      current: { id: 'reminder-2' },
    });
    expect(await problemOf(save(7))).toMatchObject({ status: 409, code: 'stale-text' });
    expect(await problemOf(save(0, 'nope'))).toMatchObject({ status: 404 });
    expect(await problemOf(as().templates.get({ id: 'nope' }))).toMatchObject({ status: 404 });
    const reset = as().templates.reset({ id: 'reminder-2', language: 'fr', after: 0 });
    expect(await problemOf(reset)).toMatchObject({ status: 409, code: 'already-standard' });
    expect((await textOf('en', 'reminder-2')).versions).toHaveLength(1);
  });

  test('two people at once: one is told', async () => {
    const save = (subject: string) =>
      as()
        .templates.save({ id: 'call-recap', language: 'fr', after: 0, ...OWN, subject })
        .then(
          () => 200,
          (error: { cause: { status: number } }) => error.cause.status,
        );
    expect((await Promise.all([save('a'), save('b')])).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('a collector’s words', async () => {
    const call = as('collector').templates.save({ id: 'reminder-1', language: 'fr', after: 3, ...OWN });
    expect(await problemOf(call)).toMatchObject({ status: 403 });
    const reset = as('collector').templates.reset({ id: 'reminder-1', language: 'fr', after: 3 });
    expect(await problemOf(reset)).toMatchObject({ status: 403 });
  });
});

describe('the blocks of the law, in own words', () => {
  const NOTICE = { template: 'before-formal-notice', tone: 3 };
  const SECOND = { template: 'reminder-2', tone: 2 };
  beforeAll(async () => {
    const { body } = OWN;
    const save = async (id: string, language: 'fr' | 'en') =>
      as().templates.save({ id, language, after: (await textOf(language, id)).lastVersion, subject: id, body });
    for (const language of ['fr', 'en'] as const) {
      await save('reminder-1', language);
      await save('reminder-2', language);
      await save('before-formal-notice', language);
    }
  });

  test.each([
    ['a French business in an English message', 'en', 'business', SECOND, 'Under French law, late payment'],
    ['a French business in a French message', 'fr', 'business', SECOND, 'articles L. 441-10 et D. 441-5'],
    ['a public buyer', 'en', 'public', SECOND, 'Public Procurement Code'],
    ['a business at tone 1: none', 'fr', 'business', REMINDER, null],
    ['a consumer below tone 3: none', 'fr', 'consumer', SECOND, null],
    ['a consumer at tone 3', 'fr', 'consumer', NOTICE, 'intérêts au taux légal'],
    ['an unknown kind: none', 'fr', 'unknown', NOTICE, null],
    ['an unknown kind in English: none', 'en', 'unknown', NOTICE, null],
  ] as const)('%s', async (_what, language, kind, contact, mention) => {
    const message = await written(language, kind, contact);
    expect(message.templateVersion).not.toBeNull();
    if (mention === null) expect(message.text).not.toMatch(/interest|intérêts|pénalités|indemnité/);
    else expect(message.text).toContain(mention);
    expect(`${message.subject}\n${message.text}`).not.toMatch(RATE);
  });
});

describe('the preview', () => {
  test('shows a draft on the invoice that is overdue the longest, as it would leave, and writes nothing', async () => {
    const debtorId = await world.addDebtor({ name: 'Béton', language: 'en' });
    const { invoiceId } = await world.addCase({
      debtorId,
      entityId,
      invoice: { number: 'OLD-1', dueDate: '2025-06-01' },
      contact: null,
    });
    const before = [(await world.messages()).length, (await world.audits()).length];
    const draft = { id: 'reminder-1', language: 'fr' as const, ...OWN };
    const shown = await as('collector').templates.preview(draft);
    expect(shown.invoice).toEqual({ id: invoiceId, number: 'OLD-1', debtorId, debtorName: 'Béton' });
    expect(shown.message?.text).toContain('Chère cliente, cher client,');
    expect(shown.message?.text).toContain('OLD-1');
    expect(shown.message?.html).toContain('<html lang="fr">');
    expect(shown).toMatchObject({ lacking: [], faults: { missing: [], unknown: [], misplaced: [] } });
    expect([(await world.messages()).length, (await world.audits()).length]).toEqual(before);
  });

  test('is what leaves: the same text to the letter', async () => {
    const debtorId = await world.addDebtor({ language: 'fr' });
    const { invoiceId } = await world.addCase({ debtorId, entityId, contact: REMINDER });
    const { own } = await textOf('fr');
    if (!own) throw new Error('it was saved above');
    const { subject, body } = own;
    const shown = await as().templates.preview({ id: 'reminder-1', language: 'fr', subject, body, invoiceId });
    const message = await sent(debtorId);
    const { subject: title, text, html, to, from, replyTo } = message;
    expect(shown.message).toEqual({ subject: title, text, html, to, from, replyTo });
  });

  test('says what is wrong with a draft, and what the debtor’s message lacks', async () => {
    const bare = await world.addEntity({ iban: null, accountHolder: null });
    const debtorId = await world.addDebtor();
    const { invoiceId } = await world.addCase({ debtorId, entityId: bare, contact: null });
    const shown = await as().templates.preview({ id: 'reminder-1', language: 'fr', ...EMPTY, invoiceId });
    expect(shown).toMatchObject({
      message: null,
      lacking: ['payment_block'],
      faults: { missing: ['invoice_table', 'payment_block'], unknown: [], misplaced: [] },
    });
  });

  test('shows a recap where nobody has called yet', async () => {
    const text = findTemplate('call-recap')?.texts.en ?? EMPTY;
    const shown = await as().templates.preview({ id: 'call-recap', language: 'en', ...text });
    expect(shown.message?.subject).toBe('Following our conversation of 2 March 2026');
  });

  test('an invoice that is paid, or of others, is none to show', async () => {
    const debtorId = await world.addDebtor();
    const paid = await world.addCase({ debtorId, entityId, invoice: { status: 'paid', balance: 0 }, contact: null });
    const preview = (invoiceId: string) =>
      problemOf(as().templates.preview({ id: 'reminder-1', language: 'fr', ...OWN, invoiceId }));
    expect(await preview(paid.invoiceId)).toMatchObject({ status: 404 });
    expect(await preview('x')).toMatchObject({ status: 404 });
  });
});
