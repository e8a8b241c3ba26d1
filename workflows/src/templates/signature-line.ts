const VARIABLES_ALONE = /^\{\{\s*[\w.-]+\s*\}\}(?:(?:, | · )\{\{\s*[\w.-]+\s*\}\})*$/;

/** A line of nothing but variables between commas or middle dots, as signatures have: an empty one may drop out. */
export function isSignatureLine(line: string): boolean {
  return VARIABLES_ALONE.test(line);
}
