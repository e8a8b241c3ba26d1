import { expect, it } from 'vitest';
import { parseTime } from './parse-time.ts';

it.each([
  ['9', '09:00'],
  ['9h', '09:00'],
  ['9h30', '09:30'],
  ['930', '09:30'],
  ['14:05', '14:05'],
  [' 0.15 ', '00:15'],
  ['24', undefined],
  ['9:75', undefined],
  ['noon', undefined],
  ['', undefined],
])('%j is %j', (text, expected) => expect(parseTime(text)).toBe(expected));
