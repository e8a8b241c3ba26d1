import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { compileRules, nextRun, NO_RULES, type AssignmentRule } from '@relance/workflows/assignment';
import { nextOpening, type ContactPolicy } from '@relance/workflows/policy';
import { foreseeDay, type DebtorOutlook, type ForeseenDay, type NewCase } from '@relance/workflows/simulate';
import type { Tx } from '@relance/db';
import {
  readAssignment,
  readContactPolicy,
  readDay,
  readOrganisationCalendar,
  readOutlooks,
  readScenarioNames,
  readSending,
  type Assignable,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/assignment.ts';
import { readAssigned, type AssignedInvoice } from './assigned.ts';
import { requireUsable } from './assignment.ts';
import { moneyOf } from './money.ts';

type Previewed = z.infer<typeof schemas.assignmentPreviewed>;

const SHOWN = 50;
const READING = { isolation: 'repeatable read', statementTimeoutMs: 20_000 } as const;

/** What a list of rules takes, leaves, and would do at its next run. Nothing is written. */
export function previewAssignment(
  { caller, work }: Allowed,
  { rules: drawn }: z.infer<typeof schemas.assignmentPreview>,
): Promise<Previewed> {
  const { organisationId } = caller;
  return work(async (tx) => {
    const current = await readAssignment(tx, organisationId);
    if (drawn) await requireUsable(tx, organisationId, drawn);
    const rules = drawn ? compileRules(drawn) : (current.rules ?? NO_RULES);
    const { now, timeZone } = await readDay(tx, organisationId);
    const at = nextRun(now, timeZone);
    const all = await readAssigned(tx, organisationId, rules, at);
    const policy = await readContactPolicy(tx, organisationId);
    const calendar = await readOrganisationCalendar(tx, organisationId, at);
    const opensOn = dayOf(nextOpening(at, policy.hours, calendar), timeZone);
    const foreseen = await foresee(tx, organisationId, all, { at, timeZone, opensOn, policy });
    const of = (keep: (each: AssignedInvoice) => boolean) => gather(all.filter(keep).map(({ invoice }) => invoice));
    return {
      at,
      day: opensOn.toString(),
      rules: rules.map((rule) => ruleLine(rule, all)),
      uncovered: of(({ invoice, assigned }) => invoice.standing === 'free' && assigned.kind === 'uncovered'),
      excluded: of(({ invoice }) => invoice.standing === 'excluded'),
      disputed: of(({ invoice }) => invoice.standing === 'disputed'),
      ended: of(({ invoice }) => invoice.standing === 'ended'),
      foreseen,
      sending: await readSending(tx, organisationId),
    };
  }, READING);
}

const dayOf = (at: string, timeZone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();

function ruleLine({ id }: AssignmentRule, all: readonly AssignedInvoice[]): Previewed['rules'][number] {
  const taken = all.filter(({ rule, invoice }) => rule?.id === id && invoice.standing !== 'excluded');
  const free = taken.filter(({ invoice }) => invoice.standing === 'free');
  return {
    id,
    invoices: taken.length,
    amounts: sums(taken.map(({ invoice }) => invoice)),
    entering: free.filter(({ assigned }) => assigned.kind === 'enter').length,
    later: free.filter(({ assigned }) => assigned.kind === 'not-yet').length,
    followed: taken.filter(({ invoice }) => invoice.standing === 'live').length,
  };
}

function gather(invoices: readonly Assignable[]): Previewed['uncovered'] {
  const largest = invoices.toSorted((a, b) => b.balance - a.balance).slice(0, SHOWN);
  return {
    invoices: invoices.length,
    amounts: sums(invoices),
    items: largest.map((each) => ({
      id: each.id,
      number: each.number,
      debtorId: each.debtorId,
      debtorName: each.debtorName,
      balance: moneyOf(each.balance, each.currency),
      dueDate: each.dueDate,
      reason: each.excludedReason,
    })),
  };
}

/** One sum for each currency, the largest first. */
function sums(invoices: readonly Assignable[]): Previewed['uncovered']['amounts'] {
  const totals = new Map<string, number>();
  for (const { currency, balance } of invoices) totals.set(currency, (totals.get(currency) ?? 0) + balance);
  return [...totals].toSorted(([, a], [, b]) => b - a).map(([currency, amount]) => moneyOf(amount, currency));
}

interface FirstDay {
  /** When the rules run next. */
  at: string;
  timeZone: string;
  /** The day on which what they start may leave. */
  opensOn: Temporal.PlainDate;
  policy: ContactPolicy;
}

async function foresee(
  tx: Tx,
  organisationId: string,
  all: readonly AssignedInvoice[],
  { at, timeZone, opensOn, policy }: FirstDay,
): Promise<Previewed['foreseen']> {
  const cases = all.flatMap(newCaseOf);
  const debtorIds = [...new Set(cases.map(({ debtorId }) => debtorId))];
  const outlooks = await readOutlooks(tx, organisationId, { debtorIds, at });
  const invoices = invoicesByDebtor(all);
  const debtors = new Map(
    [...outlooks].map(([id, outlook]): [string, DebtorOutlook] => [
      id,
      { ...outlook, invoices: invoices.get(id) ?? [] },
    ]),
  );
  const midnight = opensOn.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const day = foreseeDay({ cases, debtors, from: at, until: new Date(midnight - 1).toISOString(), policy });
  return named(tx, organisationId, day);
}

function newCaseOf({ invoice, assigned }: AssignedInvoice): NewCase[] {
  if (invoice.standing !== 'free' || assigned.kind !== 'enter') return [];
  const { id: invoiceId, debtorId, entityId, currency, balance } = invoice;
  const { scenarioId, published, facts } = assigned;
  return [{ invoiceId, debtorId, entityId, currency, balance, scenarioId, plan: published.plan, facts }];
}

function invoicesByDebtor(all: readonly AssignedInvoice[]): Map<string, DebtorOutlook['invoices'][number][]> {
  const groups = new Map<string, DebtorOutlook['invoices'][number][]>();
  for (const { invoice } of all) {
    const { id, debtorId, entityId, currency, dueDate, balance } = invoice;
    const held = invoice.held || invoice.standing === 'disputed' || invoice.standing === 'excluded';
    const group = groups.get(debtorId) ?? [];
    group.push({ id, entityId, currency, dueDate, balance, held });
    groups.set(debtorId, group);
  }
  return groups;
}

async function named(tx: Tx, organisationId: string, day: ForeseenDay): Promise<Previewed['foreseen']> {
  const names = await readScenarioNames(
    tx,
    organisationId,
    day.lateEntries.map(({ scenarioId }) => scenarioId),
  );
  return {
    ...day,
    lateEntries: day.lateEntries.map((entry) => ({ ...entry, scenarioName: names.get(entry.scenarioId) ?? '' })),
  };
}
