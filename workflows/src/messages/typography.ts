const NBSP = '\u00a0';
const NNBSP = '\u202f';

/** Applies French typographic rules to a wording: no-break spaces before double signs, curly apostrophes. */
export function frenchTypography(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll(/ ?« ?/g, (quote) => `${quote.startsWith(' ') ? ' ' : ''}«${NBSP}`)
    .replaceAll(/ ?»/g, `${NBSP}»`)
    .replaceAll(/ ([;?!])/g, `${NNBSP}$1`)
    .replaceAll(/ ([:%€])/g, `${NBSP}$1`);
}
