import { isVariable, VARIABLES } from '@relance/workflows/templates';
import type { Language } from '../i18n/index.ts';

/** What a variable stands for; one that nobody knows is called by what was written. */
export function variableName(name: string, language: Language): string {
  return isVariable(name) ? VARIABLES[name].meaning[language] : name;
}

/** Several of them in one sentence. */
export function variableNames(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    names.map((name) => variableName(name, language)),
  );
}
