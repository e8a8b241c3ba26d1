import { findTemplate, TEMPLATES } from '../templates/templates.ts';
import { VARIABLES } from '../templates/variables.ts';
import type { KnownTexts } from './known-texts.ts';

const VARIABLE = /\{\{(\w+)\}\}/g;

/** Ids of the call scripts. */
export const SCRIPTS = ['first-call', 'broken-promise'] as const;

/** The templates and scripts that come with the product, as the linter and the compiler want to know them. */
export const STANDARD_TEXTS: KnownTexts = {
  templates: TEMPLATES.map(({ id, tone, languages }) => ({ id, tone, languages, variables: variablesOf(id) })),
  scripts: SCRIPTS.map((id) => ({ id })),
  variables: Object.keys(VARIABLES),
};

function variablesOf(id: string): string[] {
  const texts = Object.values(findTemplate(id)?.texts ?? {});
  const found = texts.flatMap(({ subject, body }) => [...`${subject}\n${body}`.matchAll(VARIABLE)]);
  return [...new Set(found.map(([, name = '']) => name))].toSorted();
}
