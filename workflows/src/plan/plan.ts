/** Amount in integer minor units of an ISO 4217 currency; `amount` is a safe integer. */
export interface Money {
  amount: number;
  currency: string;
}

/** `amount` days; a business day is one that is open in the calendar given with the facts. */
export interface Delay {
  amount: number;
  unit: 'day' | 'business-day';
}

export interface PlanSettings {
  currency: string;
  /** Country code of the fallback calendar, e.g. `FR`. */
  calendar: string;
  /** IANA zone of the fallback calendar. */
  timeZone: string;
  /** Least days between two demands to one debtor. */
  minimumDistanceDays: number;
}

/** One compiled node. `next` maps each outcome to a node id, or null when the case ends there on purpose. */
export interface PlanNode<Type extends string = string, Config = unknown> {
  type: Type;
  label: string;
  config: Config;
  next: Record<string, string | null>;
}

/**
 * The compiled, immutable form of a published scenario: what the engine walks.
 * Canonical JSON (sorted keys), hashed with SHA-256; `format` tells how to read it.
 */
export interface Plan {
  format: 1;
  settings: PlanSettings;
  start: string;
  nodes: Record<string, PlanNode>;
}
