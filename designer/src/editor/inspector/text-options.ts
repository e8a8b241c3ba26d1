import { SCRIPTS } from '@relance/workflows/lint';
import { MESSAGES, say } from '@relance/workflows/messages';
import { findTemplate, TEMPLATES } from '@relance/workflows/templates';
import type { Outputs } from '../../api.ts';
import type { TextOption } from '../../fields/field-scene.ts';
import type { Language, Translate } from '../../i18n/index.ts';

interface Wordings {
  t: Translate;
  language: Language;
  /** The words that leave now, the organisation's own among them; undefined: they are not known yet. */
  inUse: Outputs['templates']['list']['items'] | undefined;
}

/** Messages that a step may send, in the order of their tone, with the words in which they leave. */
export function templateOptions({ t, language, inUse }: Wordings): TextOption[] {
  return TEMPLATES.toSorted((a, b) => a.tone - b.tone).map(({ id, tone }) => ({
    id,
    label: named(`template.${id}`, id, language),
    detail: t('editor.tone', { tone: t(`editor.tone.${tone}`) }),
    previews: [language, other(language)].flatMap((each) => {
      const text = inUse?.find((row) => row.id === id)?.texts.find((row) => row.language === each);
      if (text) return [{ language: each, subject: text.subject, text: text.text }];
      const standard = findTemplate(id)?.texts[each];
      return standard ? [{ language: each, subject: standard.subject, text: standard.body }] : [];
    }),
  }));
}

/** Scripts that a call may follow. */
export function scriptOptions(language: Language): TextOption[] {
  return SCRIPTS.map((id) => ({ id, label: named(`script.${id}`, id, language), detail: '', previews: [] }));
}

const other = (language: Language): Language => (language === 'fr' ? 'en' : 'fr');

function named(key: string, id: string, language: Language): string {
  return Object.hasOwn(MESSAGES, key) ? say({ key }, language) : id;
}
