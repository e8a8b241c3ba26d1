import { say } from '@relance/workflows/messages';
import { isMessageKey, type Formats, type Language, type Money, type Translate } from '../i18n/index.ts';
import type { Rule } from './rule.ts';

interface Words {
  t: Translate;
  f: Formats;
  language: Language;
}
type Condition = NonNullable<Rule['when']>;

/** A condition as a sentence would say it. */
export function conditionWords(condition: Condition, words: Words): string {
  if ('all' in condition) return parts(condition.all, words, words.t('assignment.and'));
  if ('any' in condition) return parts(condition.any, words, words.t('assignment.or'));
  const { fact, op, value } = condition;
  const name = say({ key: `fact.${fact}` }, words.language);
  const operator = say({ key: `operator.${op}` }, words.language);
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return [name, operator, values.map((each) => valueWords(fact, each, words)).join(', ')]
    .filter((part) => part !== '')
    .join(' ');
}

function parts(conditions: readonly Condition[], words: Words, joint: string): string {
  return conditions
    .map((each) => ('all' in each || 'any' in each ? `(${conditionWords(each, words)})` : conditionWords(each, words)))
    .join(` ${joint} `);
}

function valueWords(fact: string, value: Money | number | string, { t, f }: Words): string {
  if (typeof value === 'object') return f.money(value);
  if (typeof value === 'number') return f.number(value);
  const kind = `debtors.kind.${value}`;
  if (fact === 'debtor.kind' && isMessageKey(kind)) return (t as (key: string) => string)(kind);
  return t('assignment.quoted', { text: value });
}
