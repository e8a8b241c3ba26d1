import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from './time-zone.ts';
import { formats, type Formats } from './formats.ts';
import { currentLanguage, i18n } from './i18n.ts';
import type { Language } from './language.ts';
import { translator, type Translate } from './translate.ts';

/** The words and formats of the language in use; a component that calls it follows the switch. */
export function useI18n(): { t: Translate; f: Formats; language: Language } {
  useTranslation(undefined, { i18n });
  const language = currentLanguage();
  const timeZone = useTimeZone();
  return useMemo(() => ({ t: translator(language), f: formats(language, timeZone), language }), [language, timeZone]);
}
