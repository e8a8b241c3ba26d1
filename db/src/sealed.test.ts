import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const KEY = 'a key of the installation';

test('what was sealed opens with the same key for the same organisation, and with nothing else', () => {
  const sealed = seal(KEY, 'o1', 'pässwörd');
  expect(sealed.includes('pässwörd')).toBe(false);
  expect(unseal(KEY, 'o1', sealed)).toBe('pässwörd');
  expect(unseal('another key', 'o1', sealed)).toBeNull();
  expect(unseal(KEY, 'o2', sealed)).toBeNull();
});

test('the same text is never sealed the same way twice', () => {
  expect(seal(KEY, 'o1', 'x')).not.toEqual(seal(KEY, 'o1', 'x'));
});

test('a changed or shortened seal does not open', () => {
  const sealed = seal(KEY, 'o1', 'secret');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(KEY, 'o1', changed)).toBeNull();
    expect(unseal(KEY, 'o1', sealed.subarray(0, at))).toBeNull();
  }
});
