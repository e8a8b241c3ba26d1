import { inOrganisation, type Tx } from '@relance/db';
import {
  currentPlans,
  endAssignmentRun,
  enrolInvoices,
  lockInvoices,
  readAssignable,
  readAssignment,
  readDay,
  readInvoiceFacts,
  type Assignable,
} from '@relance/db/queries';
import {
  assign,
  nextRun,
  NO_RULES,
  scenariosOf,
  type Assigned,
  type AssignmentRules,
} from '@relance/workflows/assignment';
import type { Deps } from '../deps.ts';

/** Invoices of one transaction, about: those of one debtor stay together. */
const BATCH = 500;
const TIMEOUT_MS = 30_000;

/**
 * Puts every invoice that nobody follows where the rules say, batch by batch: a kill loses nothing, because whatever has
 * entered is not free any more. Then says when the rules run next. Returns how many have entered.
 */
export async function runAssignment({ app }: Pick<Deps, 'app'>, organisationId: string): Promise<number> {
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) =>
    inOrganisation(app, organisationId, work, { statementTimeoutMs: TIMEOUT_MS });
  const free = await inside((tx) => readAssignable(tx, organisationId, { only: 'free' }));
  let count = 0;
  for (const batch of batchesOf(free)) count += await inside((tx) => assignInvoices(tx, organisationId, batch));
  await inside(async (tx) => {
    const { on, version } = await readAssignment(tx, organisationId, true);
    const { now, timeZone } = await readDay(tx, organisationId);
    await endAssignmentRun(tx, organisationId, {
      at: now,
      nextAt: on ? nextRun(now, timeZone) : null,
      version,
      count,
    });
  });
  return count;
}

/** Ids of about as many invoices as one transaction takes, by debtor. */
function batchesOf(free: readonly Assignable[]): string[][] {
  const batches: string[][] = [];
  let last: string | null = null;
  for (const { id, debtorId } of free) {
    const batch = batches.at(-1);
    if (batch === undefined || (batch.length >= BATCH && debtorId !== last)) batches.push([id]);
    else batch.push(id);
    last = debtorId;
  }
  return batches;
}

/** Puts some of the invoices that nobody follows where the rules say; returns how many have entered. */
export async function assignInvoices(tx: Tx, organisationId: string, invoiceIds: readonly string[]): Promise<number> {
  await lockInvoices(tx, organisationId, invoiceIds);
  const { version, rules: list } = await readAssignment(tx, organisationId);
  const rules = list ?? NO_RULES;
  const { now, country, timeZone } = await readDay(tx, organisationId);
  const plans = await currentPlans(tx, organisationId, scenariosOf(rules));
  const free = await readAssignable(tx, organisationId, { invoiceIds, only: 'free' });
  const assigned = await assignAll(tx, organisationId, free, { rules, plans, fallback: { country, timeZone }, now });
  let count = 0;
  for (const group of groupsOf(assigned)) {
    const { enrolled } = await enrolInvoices(tx, organisationId, {
      scenarioId: group.scenarioId,
      versionId: group.versionId,
      invoiceIds: group.invoiceIds,
      actor: 'assignment',
      at: now,
      rule: { id: group.ruleId, version },
      lateEntry: 'by-age',
    });
    count += enrolled.length;
  }
  return count;
}

async function assignAll(
  tx: Tx,
  organisationId: string,
  free: readonly Assignable[],
  rules: AssignmentRules,
): Promise<{ invoiceId: string; assigned: Assigned }[]> {
  const facts = await readInvoiceFacts(tx, organisationId, { now: rules.now, invoiceIds: free.map(({ id }) => id) });
  return free.flatMap(({ id: invoiceId, endedDueIn }) => {
    const factsWith = facts.get(invoiceId);
    return factsWith ? [{ invoiceId, assigned: assign({ factsWith, endedDueIn }, rules) }] : [];
  });
}

interface Group {
  ruleId: string;
  scenarioId: string;
  versionId: string;
  invoiceIds: string[];
}

/** What enters by one line of the list enters in one go. */
function groupsOf(all: readonly { invoiceId: string; assigned: Assigned }[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { invoiceId, assigned } of all) {
    if (assigned.kind !== 'enter') continue;
    const { rule, scenarioId, published } = assigned;
    const group = groups.get(rule.id) ?? {
      ruleId: rule.id,
      scenarioId,
      versionId: published.versionId,
      invoiceIds: [],
    };
    group.invoiceIds.push(invoiceId);
    groups.set(rule.id, group);
  }
  return [...groups.values()];
}
