import type { Catalogue, Language, Text, TextValue, Wording } from './text.ts';
import { frenchTypography } from './typography.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

/** Renders a message in one language. A key that the catalogue lacks is rendered as itself, so that nothing ever throws. */
export function renderText(catalogue: Catalogue, text: Text, language: Language): string {
  const wording = Object.hasOwn(catalogue, text.key) ? catalogue[text.key]?.[language] : undefined;
  if (wording === undefined) return text.key;
  const values = text.values ?? {};
  const chosen = choose(wording, values['count'], language);
  const spaced = language === 'fr' ? frenchTypography(chosen) : chosen;
  return spaced.replaceAll(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? renderValue(catalogue, values[name] ?? '', language) : whole,
  );
}

function choose(wording: Wording, count: TextValue | undefined, language: Language): string {
  if (typeof wording === 'string') return wording;
  const form = new Intl.PluralRules(language).select(typeof count === 'number' ? count : 0);
  return form === 'one' ? wording.one : wording.other;
}

function renderValue(catalogue: Catalogue, value: TextValue, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  return renderText(catalogue, value, language);
}
