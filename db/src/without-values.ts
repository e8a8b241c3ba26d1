/**
 * A database error's text without the values of its statement: they are names, addresses and digests of keys. Values may
 * hold line breaks, so all is cut up to where a stack begins.
 */
export function withoutValues(text: string): string {
  return text.replaceAll(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, '');
}
