import type { Facts } from '../engine/facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { DebtorSituation } from '../policy/decide.ts';

/** An invoice that is about to enter a scenario. */
export interface NewCase {
  invoiceId: string;
  debtorId: string;
  entityId: string;
  currency: string;
  /** Minor units. */
  balance: number;
  scenarioId: string;
  plan: Plan;
  /** As they are when it enters. */
  facts: Facts;
}

/** What decides on the messages of one debtor, beside the cases themselves. */
export interface DebtorOutlook extends Pick<DebtorSituation, 'recent' | 'invoices' | 'credits'> {
  /** Its reference: by it the minute is chosen at which messages leave. */
  ref: string;
  kind: string;
  /** Somebody there can be written to. */
  reachable: boolean;
  quietUntil: string | null;
}
