import type { Facts } from '../engine/facts.ts';
import type { Plan } from '../plan/plan.ts';
import { matchRule } from './match-rule.ts';
import { mayEnter } from './may-enter.ts';
import type { AssignmentRule } from './rule.ts';

/** The version of a scenario that new cases follow. */
export interface PublishedPlan {
  versionId: string;
  plan: Plan;
}

/** The calendar and zone of a debtor whose own are not known. */
export interface Fallback {
  country: string;
  timeZone: string;
}

export interface Candidate {
  /** What is known of the invoice, with the scenario's settings where its debtor has none. */
  factsWith(fallback: Fallback): Facts;
  /** Scenarios that it has been through to its due date. */
  endedDueIn: readonly string[];
}

export interface AssignmentRules {
  rules: readonly AssignmentRule[];
  /** By the scenario's id; one that is not published has none. */
  plans: ReadonlyMap<string, PublishedPlan>;
  /** The organisation's own. */
  fallback: Fallback;
  now: string;
}

export type Assigned =
  | { kind: 'enter'; rule: AssignmentRule; scenarioId: string; published: PublishedPlan; facts: Facts }
  /** The scenario's first step comes after the due date: the invoice enters once it is due. */
  | { kind: 'not-yet'; rule: AssignmentRule; scenarioId: string }
  | { kind: 'never-contact'; rule: AssignmentRule }
  | { kind: 'uncovered'; rule: AssignmentRule | null };

/** What the list makes of an invoice that nobody follows. */
export function assign(candidate: Candidate, { rules, plans, fallback, now }: AssignmentRules): Assigned {
  const rule = matchRule(rules, candidate.factsWith(fallback), candidate.endedDueIn);
  if (rule === null || rule.then.kind === 'none') return { kind: 'uncovered', rule };
  if (rule.then.kind === 'never-contact') return { kind: 'never-contact', rule };
  const { scenarioId } = rule.then;
  const published = plans.get(scenarioId);
  if (published === undefined) return { kind: 'uncovered', rule };
  const { calendar, timeZone } = published.plan.settings;
  const facts = candidate.factsWith({ country: calendar, timeZone });
  if (!mayEnter(published.plan, facts, now)) return { kind: 'not-yet', rule, scenarioId };
  return { kind: 'enter', rule, scenarioId, published, facts };
}
