import type { KnownTexts } from '@relance/workflows/lint';
import { findTemplate, TEMPLATES, VARIABLES, variablesOf } from '@relance/workflows/templates';

/** Scripts that a call may follow. */
export const SCRIPTS: readonly string[] = ['first-call', 'broken-promise'];

let known: KnownTexts | null = null;

/** The texts that the linter may find named in a scenario: those of the product itself, the same as at publish time. */
export function knownTexts(): KnownTexts {
  known ??= {
    templates: TEMPLATES.map(({ id, tone, languages }) => ({
      id,
      tone,
      languages: [...languages],
      variables: used(id),
    })),
    scripts: SCRIPTS.map((id) => ({ id })),
    variables: Object.keys(VARIABLES),
  };
  return known;
}

function used(id: string): string[] {
  const template = findTemplate(id);
  if (template === null) return [];
  return [...new Set(Object.values(template.texts).flatMap(({ subject, body }) => variablesOf(`${subject}\n${body}`)))];
}
