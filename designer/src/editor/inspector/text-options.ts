import { SCRIPTS } from '@relance/workflows/lint';
import { MESSAGES, say } from '@relance/workflows/messages';
import { findTemplate, TEMPLATES } from '@relance/workflows/templates';
import type { TextOption } from '../../fields/field-scene.ts';
import type { Language, Translate } from '../../i18n/index.ts';

/** Messages that a step may send, in the order of their tone, with their wording. */
export function templateOptions({ t, language }: { t: Translate; language: Language }): TextOption[] {
  return TEMPLATES.toSorted((a, b) => a.tone - b.tone).map(({ id, tone }) => {
    const texts = findTemplate(id)?.texts;
    return {
      id,
      label: named(`template.${id}`, id, language),
      detail: t('editor.tone', { tone: t(`editor.tone.${tone}`) }),
      previews:
        texts === undefined
          ? []
          : [language, other(language)].map((each) => ({
              language: each,
              subject: texts[each].subject,
              text: texts[each].body,
            })),
    };
  });
}

/** Scripts that a call may follow. */
export function scriptOptions(language: Language): TextOption[] {
  return SCRIPTS.map((id) => ({ id, label: named(`script.${id}`, id, language), detail: '', previews: [] }));
}

const other = (language: Language): Language => (language === 'fr' ? 'en' : 'fr');

function named(key: string, id: string, language: Language): string {
  return Object.hasOwn(MESSAGES, key) ? say({ key }, language) : id;
}
