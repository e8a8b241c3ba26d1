/** What says how a company is founded, not who it is; and words that stand in names for nothing. */
const EMPTY_WORDS = new Set(
  (
    'sa sas sasu sarl eurl sci snc scop scp selarl earl gaec gie ei eirl gmbh ag kg ohg ug se ltd limited llp llc plc inc ' +
    'corp bv nv srl spa sl slu lda oy ab as aps societe ste ets etablissements groupe cie compagnie and et und co company ' +
    'the la le les l de du des d'
  ).split(' '),
);

/** What tells a name from others: its words without accents, case, punctuation and legal form. */
function wordsOf(name: string): Set<string> {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    // S.A.R.L. is one word
    .replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/** Whether two names may be one company's: the words of one stand in the other, or at least half of all are common. */
export function areSimilarNames(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  if (common === 0) return false;
  return common === Math.min(a.size, b.size) || common * 2 >= a.size + b.size - common;
}
