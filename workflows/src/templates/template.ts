import type { Tone } from '../engine/command.ts';
import type { Language } from '../messages/text.ts';
import { frenchTypography } from '../messages/typography.ts';

/** One wording of a message: variables stand as `{{name}}`, paragraphs are parted by an empty line. */
export interface TemplateText {
  subject: string;
  body: string;
}

export interface Template {
  id: string;
  tone: Tone;
  texts: Record<Language, TemplateText>;
}

/** Completes a template: French typography is applied here, so that sources stay readable. */
export function defineTemplate(template: Template): Template {
  const { fr, en } = template.texts;
  return {
    ...template,
    texts: {
      fr: { subject: frenchTypography(fr.subject), body: frenchTypography(fr.body.trim()) },
      en: { subject: curly(en.subject), body: curly(en.body.trim()) },
    },
  };
}

const curly = (text: string): string => text.replaceAll("'", '’');
