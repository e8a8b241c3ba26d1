import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  busiestScenario,
  countCalls,
  findOrganisation,
  firstCallMade,
  readDay,
  readEntities,
  readFirstSteps,
  readLastAdvance,
  readPromises,
  readSetUp,
  sumOverdue,
  tellAdvance,
  tickFirstStep,
  type MadePromise,
  type Span,
} from '@relance/db/queries';
import { entityGaps } from '@relance/workflows/identity';
import type { Allowed } from '../context.ts';
import { STORY_LINES } from '../schemas/today.ts';
import type * as schemas from '../schemas/today.ts';
import { countLeavingToday } from './leaving-today.ts';
import { moneyOf } from './money.ts';
import { isDue, isIn, promisesSince, sumPromised } from './promises.ts';

type Today = z.infer<typeof schemas.today>;
type Line = NonNullable<Today['story']>['lines'][number];

/** More promises than anybody keeps in mind at once. */
const MOST_PROMISES = 2_000;

/** What somebody who comes in must know: figures, what was done for the first time, and what the last advance brought. */
export function readToday({ caller, work }: Allowed): Promise<Today> {
  const { organisationId, assignee, actor } = caller;
  return work(
    async (tx) => {
      const day = await readDay(tx, organisationId);
      const { now, today, sandbox } = day;
      const overdue = await sumOverdue(tx, organisationId, today);
      const calls = await countCalls(tx, organisationId, now);
      const span = sandbox ? await readLastAdvance(tx, organisationId) : null;
      const promises = await readPromises(tx, organisationId, {
        since: promisesSince(span?.from ?? now),
        most: MOST_PROMISES,
      });
      const due = promises.filter((each) => isDue(each, { now, today }));
      const steps = await readFirstSteps(tx, organisationId, assignee);
      return {
        now,
        sandbox,
        overdue: {
          invoices: overdue.reduce((sum, { invoices }) => sum + invoices, 0),
          amounts: overdue.map(({ amount, currency }) => moneyOf(amount, currency)),
        },
        leaving: await countLeavingToday(tx, organisationId, day),
        calls,
        promisesDue: { count: due.length, amounts: sumPromised(due) },
        cards: {
          scenario: steps.get('scenario') ?? null,
          week: steps.get('week') ?? null,
          call: await firstCallMade(tx, organisationId, actor),
        },
        scenario: await busiestScenario(tx, organisationId),
        setUp: await setUpOf(tx, organisationId),
        story: span && { ...span, lines: await linesOf(tx, organisationId, { span, promises, calls: calls.open }) },
      };
    },
    { isolation: 'repeatable read' },
  );
}

export async function tickCard(allowed: Allowed, { card }: z.infer<typeof schemas.cardTick>): Promise<Today> {
  const { caller, work } = allowed;
  await work(async (tx) => {
    const { now } = await readDay(tx, caller.organisationId);
    await tickFirstStep(tx, caller.organisationId, { userId: caller.assignee, card, at: now });
  });
  return readToday(allowed);
}

async function setUpOf(tx: Tx, organisationId: string): Promise<Today['setUp']> {
  const organisation = await findOrganisation(tx, organisationId);
  const entities = await readEntities(tx, organisationId);
  return {
    ...(await readSetUp(tx, organisationId)),
    sending: organisation?.sending ?? false,
    gaps: entities.some((each) => entityGaps(each).length > 0),
  };
}

async function linesOf(
  tx: Tx,
  organisationId: string,
  { span, promises, calls }: { span: Span; promises: readonly MadePromise[]; calls: number },
): Promise<Line[]> {
  const told = await tellAdvance(tx, organisationId, span);
  const counted = (of: readonly MadePromise[]) => ({ count: of.length, amounts: sumPromised(of), reasons: [] });
  return STORY_LINES.map((line): Line => {
    if (line === 'calls') return { line, count: calls, amounts: [], reasons: [] };
    if (line === 'kept') return { line, ...counted(promises.filter(({ keptAt }) => isIn(keptAt, span))) };
    if (line === 'broken') {
      return { line, ...counted(promises.filter(({ keptAt, brokenAt }) => keptAt === null && isIn(brokenAt, span))) };
    }
    const found = told.find((each) => each.line === line);
    return {
      line,
      count: found?.count ?? 0,
      reasons: found?.reasons ?? [],
      amounts: (found?.amounts ?? []).map(({ amount, currency }) => moneyOf(amount, currency)),
    };
  });
}
