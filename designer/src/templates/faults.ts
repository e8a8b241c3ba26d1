import { checkTemplate } from '@relance/workflows/templates';
import type { Language, Translate } from '../i18n/index.ts';
import type { Wording } from './use-template-draft.ts';
import { variableNames } from './variable-name.ts';

/** What keeps a wording from being saved, in words; empty: nothing. */
export function faultsOf(words: Wording, { t, language }: { t: Translate; language: Language }): string[] {
  const { missing, unknown, misplaced } = checkTemplate(words);
  const named = (names: readonly string[]) => ({ what: variableNames(names, language) });
  return [
    ...(words.subject.trim() === '' ? [t('templates.fault.subject')] : []),
    ...(missing.length > 0 ? [t('templates.fault.missing', named(missing))] : []),
    ...(unknown.length > 0 ? [t('templates.fault.unknown', named(unknown.map((name) => name || '{{}}')))] : []),
    ...(misplaced.length > 0 ? [t('templates.fault.misplaced', named(misplaced))] : []),
  ];
}
