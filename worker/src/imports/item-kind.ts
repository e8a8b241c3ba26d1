/** Words by which a ledger says that a line is a credit note. */
const CREDIT_NOTE = /\b(avoirs?|credit\s*(note|memo)s?|notes? de cr[eé]dit|cn|av|nc)\b/i;
/** Words by which it says that a line is money that no invoice has taken. */
const MONEY =
  /\b(acomptes?|r[eè]glements?|encaissements?|paiements?|virements?|ch[eè]ques?|pr[eé]l[eè]vements?|payments?|unallocated|on account|deposits?|advances?|receipts?|trop[- ]per[cç]us?|bq|banque|bank)\b/i;
const INVOICE = /\b(factures?|invoices?|fact|fac|inv|ventes?|sales)\b/i;

/** What a column must say somewhere to be the one that tells invoices, credit notes and money apart. */
export const ITEM_WORDS = new RegExp(`${CREDIT_NOTE.source}|${MONEY.source}|${INVOICE.source}`, 'i');

/** What a negative line is, by the first of the texts that says it; a ledger that says nothing has credit notes. */
export function creditKindOf(texts: readonly (string | null)[]): 'credit-note' | 'unallocated' {
  for (const text of texts) {
    if (text === null) continue;
    if (CREDIT_NOTE.test(text)) return 'credit-note';
    if (MONEY.test(text)) return 'unallocated';
  }
  return 'credit-note';
}
