import { i18n } from './i18n.ts';
import type { Language } from './language.ts';
import type { MessageArguments, MessageKey } from './message-key.ts';

export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageArguments<Key>) => string;

/** The text of a key in one language; the type of the key says which values it needs. */
export function translator(language: Language): Translate {
  const fixed = i18n.getFixedT(language);
  return (key, ...values) => fixed(key, values[0] ?? {});
}

/** For keys that are built from data: says whether the catalogue has such a text. */
export function isMessageKey(key: string): key is MessageKey {
  return i18n.exists(key) || i18n.exists(`${key}_other`);
}
