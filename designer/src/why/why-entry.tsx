import type { Text } from '@relance/workflows/messages';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { phraseText } from './phrase-text.ts';

type WhyEntryProps = { when: string; about?: ReactNode; phrases: readonly Text[]; children?: ReactNode };

/** One thing that was sent, was not, or comes: when, about what, and the reasons as a list. */
export function WhyEntry({ when, about, phrases, children }: WhyEntryProps) {
  const { language, f } = useI18n();
  return (
    <li className="why-entry">
      <p className="why-head">
        <span className="why-when">{when}</span>
        {about}
      </p>
      <ul className="why-phrases">
        {phrases.map((phrase, index) => (
          <li key={index}>{phraseText(phrase, language, f)}</li>
        ))}
      </ul>
      {children}
    </li>
  );
}
