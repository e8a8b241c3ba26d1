const VARIABLE = /\{\{(\w+)\}\}/g;

/** The lines of a script with what the call has brought put in; one that still lacks something waits until it is known. */
export function fillLines(
  lines: readonly string[],
  known: Readonly<Record<string, string | null>>,
): { index: number; text: string }[] {
  return lines.flatMap((line, index) => {
    const names = [...line.matchAll(VARIABLE)].map(([, name = '']) => name);
    if (!names.every((name) => known[name])) return [];
    return [{ index, text: line.replaceAll(VARIABLE, (_whole, name: string) => known[name] ?? '') }];
  });
}
