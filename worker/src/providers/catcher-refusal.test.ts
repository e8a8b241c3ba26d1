import { describe, expect, test } from 'vitest';
import { catcherRefusal } from './catcher-refusal.ts';
import { PassingFailure } from './passing-failure.ts';

describe('the built-in mailbox refuses like a mail server', () => {
  test.each([
    ['mailbox-inconnue@cadran.example', '550 5.1.1 Unknown mailbox'],
    ['compta@domaine-inconnu.example', '550 5.1.2 Unknown domain'],
  ])('%s for good', (address, reason) => {
    expect(catcherRefusal({ to: [address], attempt: 1 })).toEqual({ reason, rejected: [address] });
  });

  test('a full mailbox for now: the third attempt is taken', () => {
    const to = ['boite-pleine@cadran.example'];
    for (const attempt of [1, 2]) expect(() => catcherRefusal({ to, attempt })).toThrow(PassingFailure);
    expect(catcherRefusal({ to, attempt: 3 })).toBeNull();
  });

  test('no other address', () => {
    expect(catcherRefusal({ to: ['compta@cadran.example'], attempt: 1 })).toBeNull();
  });
});
