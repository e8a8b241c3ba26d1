import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogue } from './catalogue/index.ts';
import { initialLanguage, storeLanguage, type Language } from './language.ts';

type Flat = Record<string, string>;

// French has a third plural form ("many", from a million on) that reads like "other".
function flatten(language: Language): Flat {
  const flat: Flat = {};
  for (const [area, texts] of Object.entries(catalogue)) {
    for (const [key, text] of Object.entries(texts[language])) {
      flat[`${area}.${key}`] = text;
      if (key.endsWith('_other')) flat[`${area}.${key.replace(/_other$/, '_many')}`] = text;
    }
  }
  return flat;
}

export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: initialLanguage(),
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  resources: { fr: { translation: flatten('fr') }, en: { translation: flatten('en') } },
});

export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'fr';
}

export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}
