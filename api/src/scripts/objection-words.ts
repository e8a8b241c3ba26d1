import { frenchTypography, type Language } from '@relance/workflows/messages';
import { OBJECTIONS, type Objection } from './objections.ts';

export interface SpokenObjection {
  id: string;
  says: string;
  answer: string;
  record: string;
  /** What it is found by: what is said in either language, and the answer. */
  words: string;
  outcome: Objection['outcome'];
  values: Readonly<Record<string, string>>;
}

const SENTENCE = /(?<=[.!?])\s+/;
const VARIABLE = /\{\{(\w+)\}\}/g;

/**
 * The objections in the language of the call, what to note in the reader's. A sentence that lacks something is left out,
 * the others stay.
 */
export function objectionsIn(
  spoken: Language,
  read: Language,
  values: Readonly<Record<string, string | null>>,
): SpokenObjection[] {
  const set = (text: string, language: Language): string =>
    language === 'fr' ? frenchTypography(text) : text.replaceAll("'", '’');
  return OBJECTIONS.map(({ id, says, answer, record, outcome, values: known }) => {
    const sentences = answer[spoken].split(SENTENCE).filter((sentence) => isWhole(sentence, values));
    const filled = set(sentences.join(' '), spoken).replaceAll(VARIABLE, (_whole, name: string) => values[name] ?? '');
    return {
      id,
      says: set(says[spoken], spoken),
      answer: filled,
      record: set(record[read], read),
      words: [says.fr, says.en, filled].join(' '),
      outcome,
      values: known,
    };
  });
}

function isWhole(sentence: string, values: Readonly<Record<string, string | null>>): boolean {
  return [...sentence.matchAll(VARIABLE)].every(([, name = '']) => values[name]);
}
