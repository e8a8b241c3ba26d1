import { isMessageKey, type Language } from '../i18n/index.ts';
import { translator } from '../i18n/translate.ts';

/** What people call a type of step; an unknown type is shown by its own name. */
export function typeName(type: string, language: Language): string {
  const key = `editor.type.${type}`;
  return isMessageKey(key) ? (translator(language) as (key: string) => string)(key) : type;
}
