export type Language = 'fr' | 'en';
export const languages: readonly Language[] = ['fr', 'en'];

const storageKey = 'relance.language';

/** The stored choice, else the browser's language, else English. */
export function initialLanguage(): Language {
  const stored = readStored();
  if (stored) return stored;
  return /^fr\b/i.test(navigator.language) ? 'fr' : 'en';
}

export function readStored(): Language | undefined {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'fr' || value === 'en' ? value : undefined;
  } catch {
    return undefined; // storage may be refused by the browser
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return; // the choice then lasts as long as the page
  }
}
