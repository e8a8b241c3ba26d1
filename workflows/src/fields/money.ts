import { z } from 'zod';
import { type DecimalMoney, parseMoney } from '../money/money.ts';
import { type Field, field, type FieldOptions } from './field.ts';

/** Money as a decimal string with at most the currency's decimals and 12 digits. */
export const decimalMoneySchema = z
  .strictObject({ amount: z.string().max(20), currency: z.string().regex(/^[A-Z]{3}$/, 'config.currency') })
  .refine((value) => parseMoney(value) !== null, 'config.money');

/** An amount with its currency. */
export function moneyField(options: FieldOptions<DecimalMoney>): Field<typeof decimalMoneySchema> {
  return field(decimalMoneySchema, { kind: 'money' }, options);
}
