import { describe, expect, test } from 'vitest';
import { valuesOf } from './blocks/index.ts';
import { checkMessage, checkTemplate, refusalText } from './check-message.ts';
import { formatter } from './formatter.ts';
import type { MessageContext } from './message-context.ts';
import { render } from './render.ts';
import { findTemplate, TEMPLATES } from './templates.ts';
import { isVariable, VARIABLES, variablesOf } from './variables.ts';

const LANGUAGES = ['fr', 'en'] as const;

const context: MessageContext = {
  language: 'fr',
  tone: 3,
  currency: 'EUR',
  today: '2026-12-15',
  debtor: { kind: 'business', ref: 'C-042' },
  person: { name: 'Camille Martin' },
  entity: {
    name: 'Ateliers Nord',
    legalForm: 'SAS',
    siren: '552100554',
    address: '1 rue du Port\n59000 Lille',
    country: 'FR',
    accountHolder: 'Ateliers Nord SAS',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    dataNoticeUrl: 'https://example.com/donnees',
    signature: '',
  },
  sender: { name: 'Ada Blum', role: 'comptabilité', phone: '03 20 00 00 00', email: 'ada@example.com' },
  invoices: [
    { number: 'F2026-0187', issueDate: '2026-11-01', dueDate: '2026-12-01', total: 123_456, balance: 120_000 },
    { number: 'F2026-0188', issueDate: null, dueDate: '2026-12-14', total: 5_000, balance: 5_000 },
  ],
  credits: [],
  otherOverdue: [{ number: 'F2026-0190', issueDate: null, dueDate: '2026-12-10', total: 990, balance: 990 }],
  answerBy: '2026-12-23',
  previousContacts: ['2026-12-03', '2026-12-12'],
  mediator: null,
  call: { date: '2026-12-14', outcome: 'promised', summary: null },
  promise: { amount: { amount: 120_000, currency: 'EUR' }, date: '2027-01-01' },
};

const cases = TEMPLATES.flatMap(({ id }) => LANGUAGES.map((language) => ({ id, language })));

function template(id: string) {
  const found = findTemplate(id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
}

describe('the ten texts', () => {
  test('are five templates of tone 0 to 3', () => {
    expect(TEMPLATES.map(({ id, tone }) => `${id} ${tone}`)).toEqual([
      'preventive 0',
      'reminder-1 1',
      'reminder-2 2',
      'before-formal-notice 3',
      'call-recap 0',
    ]);
  });

  test.each(cases)('$id in $language renders whole, with known variables only', ({ id, language }) => {
    const values = valuesOf({ ...context, language, tone: template(id).tone });
    const message = render(template(id), language, values);
    expect(checkMessage(template(id), language, values)).toEqual([]);
    expect(checkTemplate(template(id).texts[language])).toEqual({ missing: [], unknown: [], misplaced: [] });
    expect(`${message.subject}${message.text}${message.html}`).not.toMatch(/\{\{|undefined|null|NaN/);
    expect(message.text).toContain('F2026-0187');
    expect(message.html).toContain(`<html lang="${language}">`);
    expect(message.html).not.toMatch(/<img|<script|https?:\/\/(?!example\.com)/);
  });

  test.each(cases)(
    '$id in $language has no plain space before a double sign and no straight apostrophe',
    ({ id, language }) => {
      const { subject, text } = render(template(id), language, valuesOf({ ...context, language }));
      const source = `${template(id).texts[language].subject}\n${template(id).texts[language].body}\n${subject}\n${text}`;
      expect(source).not.toMatch(language === 'fr' ? / [:;?!%€]/ : / [:;?!%]/);
      expect(source).not.toContain("'");
    },
  );

  test.each(cases.filter(({ id }) => id !== 'call-recap'))(
    '$id in $language names no amount in its subject',
    ({ id, language }) => {
      expect(variablesOf(template(id).texts[language].subject)).not.toContain('total_due');
    },
  );
});

describe('variables', () => {
  test('each has a meaning in both languages', () => {
    for (const { meaning } of Object.values(VARIABLES))
      expect(Object.values(meaning).every((word) => word.length > 5)).toBe(true);
  });

  test('are found in any text, known or not', () => {
    expect(variablesOf('{{greeting}} {{ nope }} {{greeting}}')).toEqual(['greeting', 'nope']);
    expect(isVariable('toString')).toBe(false);
  });

  test('are replaced by text, never evaluated', () => {
    const values = valuesOf({ ...context, person: { name: '{{total_due}} $& <b>' } });
    const message = render(template('reminder-1'), 'fr', values);
    expect(message.text).toContain('Bonjour {{total_due}} $& <b>,');
    expect(message.html).toContain('{{total_due}} $&amp; &lt;b&gt;,');
  });

  test('an unknown one stays as it is', () => {
    const odd = {
      id: 'odd',
      tone: 1 as const,
      texts: { fr: { subject: 'a', body: '{{nope}}' }, en: { subject: 'a', body: 'b' } },
    };
    expect(render(odd, 'fr', {}).text).toBe('{{nope}}\n');
    expect(checkTemplate(odd.texts.fr)).toEqual({
      missing: ['invoice_table', 'payment_block'],
      unknown: ['nope'],
      misplaced: [],
    });
  });

  test.each([
    ['{{invoice_table}}\n\n{{payment_block}}', { missing: [], unknown: [], misplaced: [] }],
    ['{{ invoice_table }}\n\nPay to {{payment_block}}', { missing: [], unknown: [], misplaced: ['payment_block'] }],
    [
      '{{invoice_table}}\n{{payment_block}}',
      { missing: [], unknown: [], misplaced: ['invoice_table', 'payment_block'] },
    ],
    [
      '{{invoice table}}\n\n{{payment_block}}',
      { missing: ['invoice_table'], unknown: ['invoice table'], misplaced: [] },
    ],
    ['{{invoice_table}}\n\n{{payment_block}}\n\n{{greeting', { missing: [], unknown: ['{{greeting'], misplaced: [] }],
    ['{{invoice_table}}\n\n{{payment_block}} {{}}', { missing: [], unknown: [''], misplaced: ['payment_block'] }],
  ])('a wording %j is checked before it is kept', (body, faults) => {
    expect(checkTemplate({ subject: 'a', body })).toEqual(faults);
  });

  test('a block in the subject is misplaced, a table in the subject is none in the message', () => {
    expect(checkTemplate({ subject: '{{invoice_table}} {{total_due}}', body: '{{payment_block}}' })).toEqual({
      missing: ['invoice_table'],
      unknown: [],
      misplaced: ['invoice_table'],
    });
  });

  test('the company’s own signature stands between the sender and the legal line, in both forms', () => {
    const signed = {
      ...context,
      entity: { ...context.entity, signature: 'Service clients\n\n  9 h à 17 h <lundi>  ' },
    };
    const { text, html } = render(template('reminder-1'), 'fr', valuesOf(signed));
    expect(text).toContain('\nService clients\n9 h à 17 h <lundi>\nAteliers Nord SAS · SIREN');
    expect(html).toContain('<br>Service clients<br>9 h à 17 h &lt;lundi&gt;<br>Ateliers Nord SAS · SIREN');
    expect(text.indexOf('Ada Blum')).toBeLessThan(text.indexOf('Service clients'));
  });

  test('an empty block takes its paragraph along, an empty signature part its separator', () => {
    const values = valuesOf({ ...context, otherOverdue: [], sender: { ...context.sender, role: '', phone: '' } });
    const { text, html } = render(template('reminder-1'), 'fr', values);
    expect(text).not.toMatch(/\n{3,}/);
    expect(text).toContain('Ada Blum\nAteliers Nord · ada@example.com\n');
    expect(html).not.toContain('<p style="margin:0 0 16px"></p>');
  });
});

describe('blocks', () => {
  const block = (name: 'invoice_table' | 'payment_block', change: Partial<MessageContext> = {}) => {
    const value = valuesOf({ ...context, ...change })[name];
    if (typeof value !== 'object') throw new Error(`${name} is no block`);
    return value;
  };

  test('the table counts what is left to pay', () => {
    const { text, html } = block('invoice_table');
    expect(text).toContain(
      'F2026-0187 · échéance 01/12/2026 · 1\u202f200,00\u00a0€ sur 1\u202f234,56\u00a0€ · 14 jours de retard',
    );
    expect(text).toContain('1 jour de retard');
    expect(text).toContain('Total\u00a0: 1\u202f250,00\u00a0€');
    expect(html).toMatch(/<table.*<th scope="col".*<\/table>/);
  });

  test('foreign text is escaped in the table', () => {
    const line = { number: '<i>&', issueDate: null, dueDate: '2026-12-20', total: 1, balance: 1 };
    expect(block('invoice_table', { invoices: [line] }).html).toContain('&lt;i&gt;&amp;');
  });

  test('the bank details quote the invoices, or the debtor when they are many', () => {
    expect(block('payment_block').text).toContain('Référence à rappeler\u00a0: F2026-0187, F2026-0188');
    expect(block('payment_block').text.replaceAll('\u00a0', ' ')).toContain('FR76 3000 6000 0112 3456 7890 189');
    const [line] = context.invoices;
    if (!line) throw new Error('no line');
    expect(block('payment_block', { invoices: Array.from({ length: 6 }, () => line) }).text).toContain('C-042');
  });

  test.each([
    ['business', 'FR', 1, ''],
    ['business', 'FR', 2, 'L. 441-10'],
    ['business', 'DE', 2, 'loi applicable au contrat'],
    ['business', 'GB', 3, 'Act 1998'],
    ['business', 'US', 3, ''],
    ['public', 'FR', 2, 'L. 2192-13'],
    ['public', 'DE', 2, ''],
    ['consumer', 'FR', 2, ''],
    ['consumer', 'FR', 3, 'taux légal'],
    ['unknown', 'FR', 3, ''],
  ] as const)('late payment of a %s under the law of %s at tone %i says "%s"', (kind, country, tone, part) => {
    const mention = valuesOf({
      ...context,
      tone,
      debtor: { ...context.debtor, kind },
      entity: { ...context.entity, country },
    }).late_payment_mention;
    if (part === '') expect(mention).toBe('');
    else expect(mention).toContain(part);
  });

  test('earlier messages are one line, a month said once', () => {
    expect(valuesOf(context).previous_contacts_line).toBe('Nos précédents messages\u00a0: 3 et 12 décembre 2026.');
    expect(valuesOf({ ...context, language: 'en', previousContacts: ['2026-12-01'] }).previous_contacts_line).toBe(
      'Our earlier message: 1 December 2026.',
    );
  });
});

describe('a message is refused', () => {
  const missing = (change: Partial<MessageContext>, id = 'reminder-1') =>
    checkMessage(template(id), 'fr', valuesOf({ ...context, ...change }));

  test('without invoices, without means of payment, without sender', () => {
    expect(missing({ invoices: [] })).toContain('invoice_table');
    expect(missing({ entity: { ...context.entity, iban: null } })).toEqual(['payment_block']);
    expect(missing({ sender: { ...context.sender, name: '' } })).toEqual(['sender_name']);
  });

  test('when a sentence would have a hole', () => {
    expect(missing({ answerBy: null }, 'before-formal-notice')).toEqual(['answer_by_date']);
    expect(missing({ call: null }, 'call-recap')).toEqual(['call_date']);
  });

  test('in words', () => {
    expect(refusalText(['payment_block'], 'fr')).toContain('moyen de paiement');
    expect(refusalText(['payment_block', 'sender_name'], 'en')).toContain('Sender’s name');
  });
});

describe('the formatter', () => {
  test('writes French and English as people do', () => {
    const fr = formatter('fr');
    expect(fr.longDate('2026-12-01')).toBe('1er décembre 2026');
    expect(fr.money({ amount: -123_456, currency: 'EUR' })).toBe('\u22121\u202f234,56\u00a0€');
    expect(fr.dateList(['2026-12-31', '2027-01-01'])).toBe('31 décembre 2026 et 1er janvier 2027');
    expect(formatter('en').money({ amount: 1_000, currency: 'JPY' })).toContain('1,000');
  });
});
