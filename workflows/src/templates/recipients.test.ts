import { expect, test } from 'vitest';
import { recipientsOf } from './recipients.ts';

const persons = [
  { name: 'One', role: 'billing', email: 'one@example.com' },
  { name: 'Two', role: 'management', email: 'two@example.com' },
  { name: 'One again', role: 'management', email: 'ONE@example.com' },
];

const emails = (roles: string[]): string[] => recipientsOf(persons, roles).map(({ email }) => email);

test('the persons in the roles that are asked for, each address once', () => {
  expect(emails(['billing'])).toEqual(['one@example.com']);
  expect(emails(['billing', 'management'])).toEqual(['one@example.com', 'two@example.com']);
});

test('nobody in such a role: the first who can be written to', () => {
  expect(emails(['accounting'])).toEqual(['one@example.com']);
  expect(recipientsOf([], ['billing'])).toEqual([]);
});
