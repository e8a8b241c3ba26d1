/** A stored value as the text of an input; whatever is no text is shown as none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
