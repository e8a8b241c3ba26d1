import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  readDay,
  readHappenings,
  readLastAdvance,
  readPromises,
  TOLD,
  type MadePromise,
  type Span,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/today.ts';
import { moneyOf } from './money.ts';
import { isDue, isIn, promisesSince } from './promises.ts';

type Happenings = z.infer<typeof schemas.happenings>;
type Item = Happenings['items'][number];
type Line = z.infer<typeof schemas.happeningsGet>['line'];

const MOST = 200;
const MOST_PROMISES = 2_000;

/** What stands behind one line of the first page. */
export function listHappenings(
  { caller, work }: Allowed,
  { line }: z.infer<typeof schemas.happeningsGet>,
): Promise<Happenings> {
  const { organisationId } = caller;
  return work(
    async (tx) => {
      const { now, today } = await readDay(tx, organisationId);
      const span = await readLastAdvance(tx, organisationId);
      const items = await itemsOf(tx, organisationId, line, { span, now, today });
      return { items: items.slice(0, MOST), more: items.length > MOST };
    },
    { isolation: 'repeatable read' },
  );
}

async function itemsOf(
  tx: Tx,
  organisationId: string,
  line: Line,
  { span, now, today }: { span: Span | null; now: string; today: string },
): Promise<Item[]> {
  const told = TOLD.find((each) => each === line);
  if (told) {
    if (!span) return [];
    const rows = await readHappenings(tx, organisationId, { line: told, of: span, most: MOST + 1 });
    return rows.map(({ amount, ...row }) => ({
      ...row,
      amount: amount && moneyOf(amount.amount, amount.currency),
      date: null,
    }));
  }
  const since = promisesSince(span?.from ?? now);
  const promises = await readPromises(tx, organisationId, { since, most: MOST_PROMISES });
  const wanted = promises.filter((each) => {
    if (line === 'promises-due') return isDue(each, { now, today });
    if (!span) return false;
    return line === 'kept' ? isIn(each.keptAt, span) : each.keptAt === null && isIn(each.brokenAt, span);
  });
  return wanted.map(itemOf);
}

function itemOf({ taskId, debtorId, debtorName, madeAt, date, amount }: MadePromise): Item {
  return {
    id: taskId,
    at: madeAt,
    debtorId,
    debtorName,
    enrolmentId: null,
    invoiceNumber: null,
    messageId: null,
    taskId,
    reason: null,
    amount: amount && moneyOf(amount.amount, amount.currency),
    date,
  };
}
