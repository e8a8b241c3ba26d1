import type { Tx } from '@relance/db';
import { currentPlans, readAssignable, readDay, readInvoiceFacts, type Assignable } from '@relance/db/queries';
import { assign, matchRule, scenariosOf, type Assigned, type AssignmentRule } from '@relance/workflows/assignment';

/** Facts of so many invoices are read in one statement. */
const BATCH = 1_000;

/** An open invoice with what the rules make of it. */
export interface AssignedInvoice {
  invoice: Assignable;
  rule: AssignmentRule | null;
  /** What a run would do with it, were it followed by nobody. */
  assigned: Assigned;
}

/** All open invoices, and what a list of rules makes of each at an instant. */
export async function readAssigned(
  tx: Tx,
  organisationId: string,
  rules: readonly AssignmentRule[],
  now: string,
): Promise<AssignedInvoice[]> {
  const { country, timeZone } = await readDay(tx, organisationId);
  const plans = await currentPlans(tx, organisationId, scenariosOf(rules));
  const invoices = await readAssignable(tx, organisationId);
  const fallback = { country, timeZone };
  const all: AssignedInvoice[] = [];
  for (let from = 0; from < invoices.length; from += BATCH) {
    const batch = invoices.slice(from, from + BATCH);
    const facts = await readInvoiceFacts(tx, organisationId, { now, invoiceIds: batch.map(({ id }) => id) });
    for (const invoice of batch) {
      const factsWith = facts.get(invoice.id);
      if (factsWith === undefined) continue;
      const { endedDueIn } = invoice;
      all.push({
        invoice,
        rule: matchRule(rules, factsWith(fallback), endedDueIn),
        assigned: assign({ factsWith, endedDueIn }, { rules, plans, fallback, now }),
      });
    }
  }
  return all;
}
