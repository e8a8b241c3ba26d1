const CANDIDATES = [';', '\t', ','] as const;
const SAMPLE_LINES = 30;

/** The delimiter that cuts most of the first lines into as many cells as the headings; `;` when none does. */
export function detectDelimiter(head: string): string {
  const lines = head
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best = { delimiter: ';', score: 0 };
  for (const delimiter of CANDIDATES) {
    const [first = 0, ...others] = lines.map((line) => countOutsideQuotes(line, delimiter));
    if (first === 0) continue;
    const equal = others.filter((count) => count === first).length;
    const score = ((equal + 1) / (others.length + 1)) * 100 + Math.min(first, 50);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) count += 1;
  }
  return count;
}
