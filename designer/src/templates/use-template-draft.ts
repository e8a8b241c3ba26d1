import { useState } from 'react';
import type { Outputs } from '../api.ts';

export type Template = Outputs['templates']['get'];
export type TemplateText = Template['texts'][number];
export type TemplateLanguage = TemplateText['language'];
export interface Wording {
  subject: string;
  body: string;
}

interface Draft extends Wording {
  /** The version that it was begun from. */
  after: number;
}

/** The words of a template as they are being changed, kept by language; those in use until somebody changes them. */
export function useTemplateDraft(template: Template | undefined, language: TemplateLanguage) {
  const [drafts, setDrafts] = useState<Partial<Record<TemplateLanguage, Draft>>>({});
  const text = template?.texts.find((row) => row.language === language);
  const saved: Wording = text?.own ?? text?.standard ?? { subject: '', body: '' };
  const draft = drafts[language];
  const { subject, body } = draft ?? saved;
  const set = (next: Partial<Wording>, after?: number) =>
    setDrafts((all) => {
      const present = all[language];
      const words = { ...(present ?? saved), ...next };
      const begun = after ?? present?.after ?? text?.lastVersion ?? 0;
      return { ...all, [language]: { subject: words.subject, body: words.body, after: begun } };
    });
  return {
    text,
    subject,
    body,
    after: draft?.after ?? text?.lastVersion ?? 0,
    changed: draft !== undefined && (draft.subject !== saved.subject || draft.body !== saved.body),
    /** Whether another language has changes too. */
    anyChanged: Object.entries(drafts).some(([of, words]) => isOther(template, of, words)),
    set,
    discard: () => setDrafts((all) => ({ ...all, [language]: undefined })),
    /** Somebody else has saved meanwhile: what is saved next follows theirs. */
    rebase: (after: number) => set({}, after),
  };
}

function isOther(template: Template | undefined, of: string, words: Draft | undefined): boolean {
  if (words === undefined) return false;
  const text = template?.texts.find((row) => row.language === of);
  const saved = text?.own ?? text?.standard;
  return saved?.subject !== words.subject || saved.body !== words.body;
}

export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
