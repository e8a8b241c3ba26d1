import { expect, it } from 'vitest';
import { formats } from '../i18n/formats.ts';
import { translator } from '../i18n/translate.ts';
import { conditionWords } from './condition-words.ts';

const words = (language: 'fr' | 'en') => ({ t: translator(language), f: formats(language, 'Europe/Paris'), language });

it('says the kind of a debtor in words, and quotes what the company called something', () => {
  const kind = { fact: 'debtor.kind', op: '=', value: 'business' } as const;
  const segment = { fact: 'debtor.segment', op: '=', value: 'à la demande' } as const;
  expect(conditionWords(kind, words('fr'))).toContain('égal à Entreprise');
  expect(conditionWords(kind, words('en'))).toContain('equal to Business');
  expect(conditionWords(segment, words('fr'))).toContain('égal à «\u00a0à la demande\u00a0»');
});
