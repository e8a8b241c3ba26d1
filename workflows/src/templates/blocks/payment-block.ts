import { frenchTypography } from '../../messages/typography.ts';
import { escapeHtml } from '../escape-html.ts';
import type { MessageContext } from '../message-context.ts';
import type { Block } from '../render.ts';

const WORDS = {
  fr: {
    title: 'Règlement par virement',
    holder: 'Titulaire',
    iban: 'IBAN',
    bic: 'BIC',
    reference: 'Référence à rappeler',
  },
  en: {
    title: 'Payment by bank transfer',
    holder: 'Account holder',
    iban: 'IBAN',
    bic: 'BIC',
    reference: 'Reference to quote',
  },
} as const;

const MOST_NUMBERS = 5;
const NBSP = '\u00a0';

/** Empty without holder or IBAN: then nothing may leave. */
export function paymentBlock({ language, entity, debtor, invoices }: MessageContext): Block {
  const { accountHolder, iban, bic } = entity;
  if (!accountHolder?.trim() || !iban?.trim()) return { text: '', html: '' };
  const words = WORDS[language];
  const numbers = invoices.map(({ number }) => number);
  // many numbers do not fit a transfer's label: the debtor's own reference finds them all
  const reference = numbers.length > MOST_NUMBERS ? debtor.ref : numbers.join(', ');
  const lines: [string, string][] = [
    [words.holder, accountHolder.trim()],
    [words.iban, inFours(iban)],
    ...(bic?.trim() ? [[words.bic, bic.trim()] as [string, string]] : []),
    [words.reference, reference],
  ];
  const label = (word: string): string => (language === 'fr' ? frenchTypography(`${word} :`) : `${word}:`);
  return {
    text: [label(words.title), ...lines.map(([word, value]) => `${label(word)} ${value}`)].join('\n'),
    html: `<p style="margin:0 0 16px;padding:12px 16px;background:#f6f8fa"><strong>${escapeHtml(words.title)}</strong><br>${lines
      .map(([word, value]) => `${escapeHtml(label(word))} ${escapeHtml(value)}`)
      .join('<br>')}</p>`,
  };
}

const inFours = (iban: string): string => iban.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, `$1${NBSP}`);
