import { formatMoney, type DecimalMoney } from '@relance/workflows/plan';

/** Minor units as they stand in rows, in the API's form. */
export function moneyOf(amount: number, currency: string): DecimalMoney {
  return formatMoney({ amount, currency });
}
