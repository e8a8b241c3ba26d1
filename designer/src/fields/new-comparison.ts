/** The condition that a new line starts with: complete, so that it can be read and changed. */
export function newComparison(currency: string): Record<string, unknown> {
  return { fact: 'invoice.balance', op: '>=', value: { amount: '1000.00', currency } };
}
