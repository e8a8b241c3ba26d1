import { frenchTypography, type Language } from '@relance/workflows/messages';
import { brokenPromise } from './broken-promise.ts';
import { firstCall } from './first-call.ts';

/**
 * Lines of a call in both languages; variables stand as `{{name}}`. Of a line in several wordings the first is said whose
 * variables are known.
 */
export type Script = Record<Language, (string | readonly string[])[]>;

const SCRIPTS: ReadonlyMap<string, Script> = new Map([
  ['first-call', firstCall],
  ['broken-promise', brokenPromise],
]);

const VARIABLE = /\{\{(\w+)\}\}/g;

/** What the call itself brings: stays open in a line, for the page to fill as the person types. */
const BROUGHT_BY_CALL = new Set(['promise_date', 'next_step']);

/** The lines of a script with what is known put in; a line that lacks something is left out. Null: no such script. */
export function scriptLines(
  id: string,
  language: Language,
  values: Readonly<Record<string, string | null>>,
): string[] | null {
  const lines = SCRIPTS.get(id)?.[language];
  if (!lines) return null;
  const isKnown = (line: string): boolean =>
    [...line.matchAll(VARIABLE)].every(([, name = '']) => values[name] || BROUGHT_BY_CALL.has(name));
  const known = lines.flatMap((line) => [line].flat().find(isKnown) ?? []);
  return known.map((line) => {
    const spaced = language === 'fr' ? frenchTypography(line) : line.replaceAll("'", '’');
    return spaced.replaceAll(VARIABLE, (whole, name: string) => values[name] ?? whole);
  });
}
