import { say } from '@relance/workflows/messages';
import type { Preview } from './task.ts';
import type { Formats, Language, Translate } from '../i18n/index.ts';

export type AheadLine = Preview['lines'][number];

export interface NextWords {
  /** Which invoices it is about. */
  invoiceIds: string[];
  /** "The recap leaves now, then nothing until 17 Dec, then a call". */
  text: string;
  /** What comes last of it, in a few words: what a script calls the next step. */
  nextStep: string;
}

interface Words {
  t: Translate;
  f: Formats;
  language: Language;
  now: string;
}

/** What follows in one sentence for each group of invoices to which the same happens. */
export function nextWordsOf(lines: readonly AheadLine[], words: Words): NextWords[] {
  const groups = new Map<string, { own: AheadLine[]; invoiceIds: string[] }>();
  for (const id of new Set(lines.flatMap(({ invoiceIds }) => invoiceIds))) {
    const own = lines.filter(({ invoiceIds }) => invoiceIds.includes(id));
    const key = own.map((line) => lines.indexOf(line)).join(' ');
    const group = groups.get(key) ?? { own, invoiceIds: [] };
    group.invoiceIds.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ own, invoiceIds }) => ({
    invoiceIds,
    text: sentenceOf(own, words),
    nextStep: whatOf(own.at(-1), words),
  }));
}

function sentenceOf(own: readonly AheadLine[], words: Words): string {
  const { t, f, now } = words;
  const begins = ({ at, opensAt }: AheadLine): string | null => opensAt ?? at;
  const atOnce = own.filter((line) => isNow(begins(line), now));
  const later = own.filter((line) => !isNow(begins(line), now));
  const parts = atOnce.map((line) => whatOf(line, words));
  for (const line of later) {
    parts.push(t('inbox.next.nothing-until', { date: f.date(f.dayKey(begins(line) ?? now), 'dayMonth') }));
    parts.push(whatOf(line, words));
  }
  return parts.reduce((before, part) => (before === '' ? part : t('inbox.next.then', { before, part })), '');
}

const MOMENT_MS = 60_000;
const isNow = (at: string | null, now: string): boolean => at === null || Date.parse(at) <= Date.parse(now) + MOMENT_MS;

function whatOf(line: AheadLine | undefined, { t, language }: Words): string {
  if (!line) return t('inbox.next.nothing');
  const { key, values = {} } = line.text;
  const label = typeof values['label'] === 'string' ? values['label'] : '';
  const title = typeof values['title'] === 'string' ? values['title'] : '';
  switch (key) {
    case 'ahead.call':
      return t('inbox.next.call');
    case 'ahead.task':
      return t('inbox.next.task', { title });
    case 'ahead.send-email':
      return t('inbox.next.send-email', { label });
    case 'ahead.confirm-email':
      return t('inbox.next.confirm-email', { label });
    case 'ahead.nothing':
      return t('inbox.next.nothing');
    default: {
      const words = say(line.text, language);
      return words.charAt(0).toLowerCase() + words.slice(1);
    }
  }
}
