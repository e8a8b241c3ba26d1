import { findTemplate, TEMPLATES } from '../templates/templates.ts';
import { VARIABLES, variablesOf } from '../templates/variables.ts';
import type { KnownTexts } from './known-texts.ts';

/** Ids of the call scripts. */
export const SCRIPTS = ['first-call', 'broken-promise'] as const;

/** The templates and scripts that come with the product, as the linter and the compiler want to know them. */
export const STANDARD_TEXTS: KnownTexts = {
  templates: TEMPLATES.map(({ id, tone, languages }) => ({ id, tone, languages, variables: usedBy(id) })),
  scripts: SCRIPTS.map((id) => ({ id })),
  variables: Object.keys(VARIABLES),
};

function usedBy(template: string): string[] {
  const texts = Object.values(findTemplate(template)?.texts ?? {});
  return [...new Set(texts.flatMap(({ subject, body }) => variablesOf(`${subject}\n${body}`)))].toSorted();
}
