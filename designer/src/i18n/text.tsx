import type { ReactElement } from 'react';
import { Trans } from 'react-i18next';
import { i18n } from './i18n.ts';
import type { MessageArguments, MessageKey } from './message-key.ts';

type TextProps<Key extends MessageKey> = {
  of: Key;
  values?: MessageArguments<Key>[0];
  /** What stands for the tags of the text: `<b>…</b>` is `{ b: <b /> }`. */
  tags: Record<string, ReactElement>;
};

/** A text of the catalogue in which some words are elements. */
export function Text<Key extends MessageKey>({ of, values, tags }: TextProps<Key>) {
  return <Trans i18n={i18n} i18nKey={of} values={values as Record<string, unknown>} components={tags} />;
}
