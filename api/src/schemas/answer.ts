import { z } from 'zod';
import { text } from './text.ts';

/**
 * One value of a form as it comes in; whether it fits its field is a rule (422), not a matter of shape. Money is REST's
 * decimal money.
 */
export const givenAnswer = z.union([
  text(),
  z.number(),
  z.null(),
  z.strictObject({ amount: text(), currency: text() }),
]);
export const givenAnswers = z
  .record(text(), givenAnswer)
  .refine((values) => Object.keys(values).length <= 100, 'at most 100');
