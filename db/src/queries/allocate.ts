/** What a payment says about where it belongs. Amounts in minor units. */
export interface IncomingPayment {
  amount: number;
  currency: string;
  entityId?: string | null;
  debtorRef?: string | null;
  invoiceNumbers?: readonly string[] | null;
  reference?: string | null;
}

export interface LedgerInvoice {
  id: string;
  number: string;
  entityId: string;
  debtorId: string;
  currency: string;
  dueDate: string;
  balance: number;
}

export interface LedgerAccount {
  ref: string;
  entityId: string;
  debtorId: string;
}

export interface Allocated {
  allocations: { invoiceId: string; amount: number }[];
  unallocated: number;
  /** The one debtor that it came from, as far as that is certain. */
  debtorId: string | null;
}

/**
 * Spreads payments over a ledger, one after the other: each sees the balances that the ones before it left.
 * Invoice numbers win over the debtor's reference; a reference text counts when it is an invoice number; a debtor's
 * reference alone when one open invoice, or all of them together, has that sum. What is not certain stays unallocated.
 */
export function allocator(
  invoices: readonly LedgerInvoice[],
  accounts: readonly LedgerAccount[],
): { allocate: (payment: IncomingPayment) => Allocated; balances: ReadonlyMap<string, number> } {
  const balances = new Map(invoices.map((invoice) => [invoice.id, invoice.balance]));
  const byNumber = grouped(invoices, (invoice) => invoice.number);
  const byDebtor = grouped(invoices, (invoice) => invoice.debtorId);
  const byRef = grouped(accounts, (account) => account.ref);
  const left = (invoice: LedgerInvoice): number => balances.get(invoice.id) ?? 0;

  const invoiceOf = (number: string, payment: IncomingPayment): LedgerInvoice | null => {
    const found = (byNumber.get(number) ?? []).filter(
      (each) => !payment.entityId || each.entityId === payment.entityId,
    );
    const [only] = found;
    return only && found.length === 1 && only.currency === payment.currency ? only : null;
  };

  const debtorOf = ({ debtorRef, entityId }: IncomingPayment): string | null => {
    if (!debtorRef) return null;
    const found = (byRef.get(debtorRef) ?? []).filter((account) => !entityId || account.entityId === entityId);
    const debtors = new Set(found.map((account) => account.debtorId));
    const [only] = debtors;
    return only && debtors.size === 1 ? only : null;
  };

  const ofSameSum = (payment: IncomingPayment, debtorId: string): LedgerInvoice[] => {
    const open = (byDebtor.get(debtorId) ?? [])
      .filter((invoice) => left(invoice) > 0 && invoice.currency === payment.currency)
      .filter((invoice) => !payment.entityId || invoice.entityId === payment.entityId)
      .sort(oldestFirst);
    const exact = open.find((invoice) => left(invoice) === payment.amount);
    if (exact) return [exact];
    return open.reduce((sum, invoice) => sum + left(invoice), 0) === payment.amount ? open : [];
  };

  const targets = (payment: IncomingPayment, debtorId: string | null): LedgerInvoice[] => {
    if (payment.invoiceNumbers?.length) {
      return payment.invoiceNumbers.map((number) => invoiceOf(number, payment)).filter((invoice) => invoice !== null);
    }
    const named = payment.reference ? invoiceOf(payment.reference, payment) : null;
    if (named && (!payment.debtorRef || named.debtorId === debtorId)) return [named];
    return debtorId ? ofSameSum(payment, debtorId) : [];
  };

  return {
    balances,
    allocate: (payment) => {
      const payer = debtorOf(payment);
      const allocations: Allocated['allocations'] = [];
      const debtors = new Set<string>();
      let rest = payment.amount;
      for (const invoice of targets(payment, payer)) {
        debtors.add(invoice.debtorId);
        const amount = Math.min(rest, left(invoice));
        if (amount <= 0) continue;
        balances.set(invoice.id, left(invoice) - amount);
        allocations.push({ invoiceId: invoice.id, amount });
        rest -= amount;
      }
      const [only] = debtors;
      return { allocations, unallocated: rest, debtorId: debtors.size === 1 && only ? only : payer };
    },
  };
}

function oldestFirst(one: LedgerInvoice, other: LedgerInvoice): number {
  const [a, b] = [one.dueDate + one.id, other.dueDate + other.id];
  return a < b ? -1 : Number(a > b);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
