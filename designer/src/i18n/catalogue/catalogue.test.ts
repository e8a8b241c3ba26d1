import { describe, expect, it } from 'vitest';
import { catalogue } from './index.ts';

type Entry = readonly [key: string, text: string];
const texts = (language: 'fr' | 'en'): Entry[] =>
  Object.entries(catalogue).flatMap(([area, each]) =>
    Object.entries<string>(each[language]).map(([key, text]): Entry => [`${area}.${key}`, text]),
  );
const slots = (text: string) =>
  [...text.matchAll(/{{\s*([\w-]+)/g)]
    .map((match) => match[1])
    .toSorted((one, other) => (one ?? '').localeCompare(other ?? ''));
const tags = (text: string) =>
  [...text.matchAll(/<(\w+)>/g)]
    .map((match) => match[1])
    .toSorted((one, other) => (one ?? '').localeCompare(other ?? ''));

describe('catalogue', () => {
  it('has the same keys, slots and tags in both languages', () => {
    const english = new Map(texts('en'));
    for (const [key, french] of texts('fr')) {
      const text = english.get(key);
      expect(text, key).toBeTruthy();
      expect(french, key).not.toBe('');
      // A singular may write its number as a word.
      if (!key.endsWith('_one')) expect(slots(text ?? ''), key).toEqual(slots(french));
      expect(tags(text ?? ''), key).toEqual(tags(french));
    }
    expect(english.size).toBe(texts('fr').length);
  });

  it('has both forms of every plural', () => {
    const keys = new Set(texts('fr').map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(keys.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });

  it.each(texts('fr'))('%s is set as French is', (_key, text) => {
    const bare = text.replaceAll(/{{.*?}}/g, 'x').replaceAll(/https?:\S+/g, 'x');
    expect(bare).not.toMatch(/ [:;?!%€»]/); // NBSP before : % € », NNBSP before ; ? !
    expect(bare).not.toMatch(/« /);
    expect(bare).not.toMatch(/[^\s\u00a0\u202f(?!.…][?!;]/);
    expect(bare).not.toMatch(/\w'\w/);
    expect(bare).not.toMatch(/\.\.\./);
  });

  it.each(texts('en'))('%s is set as English is', (_key, text) => {
    expect(text).not.toMatch(/\w'\w/);
    expect(text).not.toMatch(/\.\.\./);
    expect(text).not.toMatch(/[\s\u00a0\u202f][;?!:](?!\w)/);
  });

  it.each([...texts('fr'), ...texts('en')])('%s speaks the words of the trade', (_key, text) => {
    expect(text).not.toMatch(/\b(token|workflow|enrolment|jeton|nœud|node)s?\b/i);
  });
});
