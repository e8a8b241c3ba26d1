export { changeLanguage } from './i18n.ts';
export { languages, type Language } from './language.ts';
export type { Formats } from './formats.ts';
export type { MessageKey } from './message-key.ts';
export type { Money } from './number-formats.ts';
export { isMessageKey, type Translate } from './translate.ts';
export { useI18n } from './use-i18n.ts';
