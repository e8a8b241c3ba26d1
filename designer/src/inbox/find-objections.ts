interface Findable {
  words: string;
  says: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** What fits the words typed so far, whatever their accents, in either language; what was said itself before its answer. */
export function findObjections<Objection extends Findable>(
  objections: readonly Objection[],
  typed: string,
): readonly Objection[] {
  const sought = wordsOf(typed);
  if (sought.length === 0) return objections;
  const scored = objections.map((objection) => ({ objection, score: scoreOf(objection, sought) }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ objection }) => objection);
}

/** None unless every word begins one; a word of what was said counts twice. */
function scoreOf({ words, says }: Findable, sought: readonly string[]): number {
  const [all, said] = [wordsOf(words), wordsOf(says)];
  const begins = (among: readonly string[], word: string) => among.some((each) => each.startsWith(word));
  if (!sought.every((word) => begins(all, word))) return 0;
  return sought.reduce((score, word) => score + (begins(said, word) ? 2 : 1), 0);
}
