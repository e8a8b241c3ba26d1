import type { Money } from '../plan/plan.ts';

/** Names of facts are contract: scenarios stored years ago refer to them. `answer.<nodeId>.<field>` comes beside these. */
export const FACT_TYPES = {
  'invoice.balance': 'money',
  'invoice.total': 'money',
  'invoice.daysOverdue': 'number',
  'invoice.daysUntilDue': 'number',
  'invoice.currency': 'text',
  'invoice.number': 'text',
  'account.ref': 'text',
  'debtor.overdue': 'money',
  'debtor.overdueCount': 'number',
  'debtor.oldestDays': 'number',
  'debtor.gravestTone90': 'number',
  'debtor.lastContactDays': 'number',
  'debtor.brokenPromises': 'number',
  'debtor.credits': 'money',
  'debtor.kind': 'text',
  'debtor.segment': 'text',
  'debtor.owner': 'text',
  'debtor.country': 'text',
  'debtor.language': 'text',
  'entity.id': 'text',
  'entity.name': 'text',
} as const;

export type FactName = keyof typeof FACT_TYPES;
export type FactType = (typeof FACT_TYPES)[FactName];
/** Null: not known (no last contact, no segment); compares false with everything but `unknown`. */
export type FactValue = Money | number | string | null;

/** Closed days as data: weekends by ISO weekday (6, 7), holidays and company closures by date (`YYYY-MM-DD`). */
export interface Calendar {
  timeZone: string;
  weekend: number[];
  closed: string[];
}

/** What the world looks like at the instant of a step. Dates `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export interface Facts {
  /** Null for a fact that is not known, or that has a younger name than a journal that is read again. */
  values: Record<FactName, FactValue>;
  issueDate: string | null;
  dueDate: string;
  /** Last hand-over of a message to the debtor, or last call made. */
  lastContactAt: string | null;
  calendar: Calendar;
}
