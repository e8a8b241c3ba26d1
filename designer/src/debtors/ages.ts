export type Age = 'not-due' | '30' | '60' | '90' | 'older';

interface Owed {
  daysOverdue: number;
  balance: { amount: string; currency: string };
}

/** Balances by age, in the smallest unit of their currency; exact, as decimals are never added as floats. */
export function ageOf(invoices: readonly Owed[]) {
  const decimals = invoices[0]?.balance.amount.split('.')[1]?.length ?? 2;
  const of: Record<Age, number> = { 'not-due': 0, '30': 0, '60': 0, '90': 0, older: 0 };
  for (const { daysOverdue, balance } of invoices) of[ageClass(daysOverdue)] += Number(balance.amount.replace('.', ''));
  const total = Object.values(of).reduce((sum, part) => sum + part, 0);
  return { of, total, decimals, scale: 10 ** decimals };
}

function ageClass(days: number): Age {
  if (days <= 0) return 'not-due';
  if (days <= 30) return '30';
  if (days <= 60) return '60';
  return days <= 90 ? '90' : 'older';
}
