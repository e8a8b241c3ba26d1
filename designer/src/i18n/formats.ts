import type { Language } from './language.ts';
import { dateFormats } from './date-formats.ts';
import { numberFormats } from './number-formats.ts';

/** Numbers, amounts and dates of one language, in the trade's manner; every page goes through these. */
export function formats(language: Language, timeZone: string) {
  return { ...numberFormats(language), ...dateFormats(language, timeZone) };
}

export type Formats = ReturnType<typeof formats>;
