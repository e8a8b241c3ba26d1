import type { z } from 'zod';
import { NO_RULES } from '@relance/workflows/assignment';
import type { Tx } from '@relance/db';
import {
  commandCases,
  endCancelled,
  enrolInvoices,
  lockCases,
  nowOf,
  readAssignment,
  readScenarioNames,
  type Case,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/assignment.ts';
import { isId } from '../schemas/id.ts';
import { readAssigned, type AssignedInvoice } from './assigned.ts';
import { moneyOf } from './money.ts';

const SHOWN = 200;
const READING = { isolation: 'repeatable read', statementTimeoutMs: 20_000 } as const;

/** Live cases that the rules in use would put into another scenario than the one they follow. */
export function previewMoves({ caller, work }: Allowed): Promise<z.infer<typeof schemas.moves>> {
  const { organisationId } = caller;
  return work(async (tx) => {
    const { movable } = await readMovable(tx, organisationId);
    const names = await readScenarioNames(tx, organisationId, [
      ...new Set(movable.flatMap(({ from, to }) => [from, to])),
    ]);
    const scenarioOf = (id: string) => ({ id, name: names.get(id) ?? '' });
    return {
      total: movable.length,
      items: movable.slice(0, SHOWN).map(({ enrolmentId, from, to, ruleId, invoice }) => ({
        enrolmentId,
        invoiceId: invoice.id,
        number: invoice.number,
        debtorId: invoice.debtorId,
        debtorName: invoice.debtorName,
        balance: moneyOf(invoice.balance, invoice.currency),
        held: invoice.held,
        from: scenarioOf(from),
        to: scenarioOf(to),
        ruleId,
      })),
    };
  }, READING);
}

interface Movable {
  enrolmentId: string;
  from: string;
  to: string;
  versionId: string;
  ruleId: string;
  invoice: AssignedInvoice['invoice'];
}

async function readMovable(tx: Tx, organisationId: string): Promise<{ movable: Movable[]; version: number }> {
  const { rules, version } = await readAssignment(tx, organisationId);
  const now = await nowOf(tx, organisationId);
  const all = await readAssigned(tx, organisationId, rules ?? NO_RULES, now);
  return { version, movable: all.flatMap(movableOf) };
}

function movableOf({ invoice, assigned }: AssignedInvoice): Movable[] {
  const { enrolmentId, scenarioId: from, standing } = invoice;
  if (standing !== 'live' || enrolmentId === null || from === null) return [];
  if (assigned.kind !== 'enter' || assigned.scenarioId === from) return [];
  const { scenarioId: to, published, rule } = assigned;
  return [{ enrolmentId, from, to, versionId: published.versionId, ruleId: rule.id, invoice }];
}

/** Moves chosen live cases where the rules say: each ends as cancelled and its invoice enters anew, in one transaction. */
export function moveCases(
  { caller, work }: Allowed,
  { enrolmentIds, reason }: z.infer<typeof schemas.move>,
): Promise<z.infer<typeof schemas.moved>> {
  const { organisationId, actor } = caller;
  return work(
    async (tx) => {
      const asked = [...new Set(enrolmentIds.map((id) => id.toLowerCase()))];
      const cases = await lockCases(tx, organisationId, asked.filter(isId));
      const { movable, version } = await readMovable(tx, organisationId);
      const targets = new Map(movable.map((each) => [each.enrolmentId, each]));
      const moving = cases.filter(({ id, closing }) => closing === null && targets.has(id));
      const at = await nowOf(tx, organisationId);
      await commandCases(tx, organisationId, moving, { type: 'cancel', mayReenter: true }, { actor, reason, at });
      await endCancelled(tx, organisationId, moving, { actor, at });
      const entered = new Map<string, string>();
      for (const { ruleId, scenarioId, versionId, invoiceIds } of groupsOf(moving, targets)) {
        const { enrolled } = await enrolInvoices(tx, organisationId, {
          scenarioId,
          versionId,
          invoiceIds,
          actor,
          at,
          rule: { id: ruleId, version },
          lateEntry: 'by-age',
        });
        for (const { invoiceId, enrolmentId } of enrolled) entered.set(invoiceId, enrolmentId);
      }
      const done = moving.flatMap(({ id, invoiceId }) => {
        const newEnrolmentId = entered.get(invoiceId);
        return newEnrolmentId === undefined ? [] : [{ enrolmentId: id, newEnrolmentId }];
      });
      return { moved: done, skipped: skippedOf(asked, cases, moving) };
    },
    { statementTimeoutMs: 20_000 },
  );
}

interface Group {
  ruleId: string;
  scenarioId: string;
  versionId: string;
  invoiceIds: string[];
}

function groupsOf(moving: readonly Case[], targets: ReadonlyMap<string, Movable>): Group[] {
  const groups = new Map<string, Group>();
  for (const { id, invoiceId } of moving) {
    const target = targets.get(id);
    if (target === undefined) continue;
    const { ruleId, to: scenarioId, versionId } = target;
    const group = groups.get(ruleId) ?? { ruleId, scenarioId, versionId, invoiceIds: [] };
    group.invoiceIds.push(invoiceId);
    groups.set(ruleId, group);
  }
  return [...groups.values()];
}

function skippedOf(
  asked: readonly string[],
  cases: readonly Case[],
  moving: readonly Case[],
): z.infer<typeof schemas.moved>['skipped'] {
  const going = new Map(cases.map((each) => [each.id, each]));
  const moved = new Set(moving.map(({ id }) => id));
  return asked
    .filter((id) => !moved.has(id))
    .map((enrolmentId) => {
      const found = going.get(enrolmentId);
      if (found === undefined) return { enrolmentId, reason: 'unknown' as const };
      return { enrolmentId, reason: found.closing === null ? ('no-other-scenario' as const) : ('closing' as const) };
    });
}
