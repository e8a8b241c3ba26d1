import { say, type Text } from '@relance/workflows/messages';
import type { Formats, Language } from '../i18n/index.ts';

/** A phrase in the reader's language, with its instants (`at`, `until`) as that reader writes them. */
export function phraseText(phrase: Text, language: Language, f: Formats): string {
  const values = Object.entries(phrase.values ?? {}).map(([name, value]) => {
    const isTime = (name === 'at' || name === 'until') && typeof value === 'string';
    return [name, isTime ? timeText(value, f) : value] as const;
  });
  return say({ key: phrase.key, ...(values.length > 0 && { values: Object.fromEntries(values) }) }, language);
}

const timeText = (value: string, f: Formats): string =>
  value.includes('T') ? f.instant(value) : f.date(value, 'weekday');
