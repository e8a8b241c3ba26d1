import { VARIABLES, type VariableName } from '@relance/workflows/templates';

export interface Inserted {
  text: string;
  /** Where the caret stands then. */
  caret: number;
}

/** Puts a variable in the place of what is chosen; a block gets a paragraph of its own. */
export function insertVariable(text: string, from: number, to: number, name: VariableName): Inserted {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const isBlock = VARIABLES[name].form === 'block';
  const lead = isBlock && before !== '' ? '\n\n'.slice(newlinesAtEnd(before)) : '';
  const tail = isBlock && after !== '' ? '\n\n'.slice(newlinesAtStart(after)) : '';
  const written = `${lead}{{${name}}}`;
  return { text: `${before}${written}${tail}${after}`, caret: from + written.length };
}

const newlinesAtEnd = (text: string): number => Math.min(2, /\n*$/.exec(text)?.[0].length ?? 0);
const newlinesAtStart = (text: string): number => Math.min(2, /^\n*/.exec(text)?.[0].length ?? 0);
