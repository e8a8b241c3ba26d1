import { currencyExponent, parseMoney } from '@relance/workflows/plan';
import { z } from 'zod';

const shape = {
  amount: z
    .string()
    .max(40)
    .regex(/^-?\d+(\.\d+)?$/, 'a decimal number as text, with a point')
    .meta({ examples: ['1234.56'] }),
  currency: z
    .string()
    .max(10)
    .refine((code) => currencyExponent(code) !== null, 'a known ISO 4217 code')
    .meta({ examples: ['EUR'] }),
};

/** Money given by a caller, exact: at most the currency's decimals and 12 digits. */
export const givenMoney = z
  .strictObject(shape)
  .refine((value) => parseMoney(value) !== null, {
    path: ['amount'],
    message: "at most 12 digits and the currency's decimals",
    when: ({ issues }) => issues.length === 0,
  })
  .meta({ id: 'GivenMoney' });

/** Money given by a caller, above zero. */
export const someMoney = givenMoney.refine(({ amount }) => !/^-|^0*(\.0*)?$/.test(amount), {
  path: ['amount'],
  message: 'must be more than zero',
  when: ({ issues }) => issues.length === 0,
});

/** Money in a reply. */
export const money = z.object({ amount: z.string(), currency: z.string() }).meta({ id: 'Money' });
