import { compareTexts } from './compare-texts.ts';

/** JSON with the keys of every object sorted and `undefined` members left out: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => compareTexts(a, b)));
  });
}
