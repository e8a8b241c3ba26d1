import type { z } from 'zod';
import { commandCases, excludeDebtor, lockDebtor, lockDebtorCases, readDay, type Case } from '@relance/db/queries';
import type { Tx } from '@relance/db';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/debtor.ts';
import { holdEnd } from './hold-end.ts';

type Input = z.infer<typeof schemas.debtorCommand>;
type Exclusion = Extract<Input, { type: 'exclude' | 'include' }>;
type Reply = z.infer<typeof schemas.debtorCommanded>;

/** What a person wants of a debtor, on all of its cases that go on: in one transaction, or nothing. */
export function commandDebtor({ caller, work }: Allowed, asked: Input): Promise<Reply> {
  const { organisationId, actor } = caller;
  const { id, reason } = asked;
  return work(async (tx) => {
    const found = await lockDebtor(tx, organisationId, id);
    if (!found) throw notFound('debtor');
    if (found.mergedInto !== null) throw conflict('merged', 'This debtor is another one now.');
    const cases = await lockDebtorCases(tx, organisationId, id);
    if (asked.type === 'exclude' || asked.type === 'include') {
      if (asked.type === 'include' && !found.excluded) throw conflict('not-excluded', 'This debtor is not excluded.');
      return exclude(tx, organisationId, { asked, actor, cases });
    }
    const { now, today, timeZone } = await readDay(tx, organisationId);
    if (asked.type === 'hold' && asked.until <= today) {
      const errors = [{ path: 'until', message: `must be after today (${today})` }];
      throw refused('not-possible', 'That is not possible here.', { errors });
    }
    const { id: _, reason: __, ...wanted } = asked;
    const command = wanted.type === 'hold' ? { ...wanted, untilAt: holdEnd(wanted.until, timeZone) } : wanted;
    const skipped = cases.flatMap((it) => {
      const why = obstacle(it, asked.type);
      return why === null ? [] : [{ enrolmentId: it.id, reason: why }];
    });
    const told = cases.filter((it) => obstacle(it, asked.type) === null);
    await commandCases(tx, organisationId, told, command, { actor, reason, at: now });
    return { enrolmentIds: told.map((it) => it.id), skipped };
  });
}

async function exclude(
  tx: Tx,
  organisationId: string,
  { asked, actor, cases }: { asked: Exclusion; actor: string; cases: readonly Case[] },
): Promise<Reply> {
  const { id: debtorId, type, reason } = asked;
  const { now: at } = await readDay(tx, organisationId);
  await excludeDebtor(tx, organisationId, { debtorId, excluded: type === 'exclude' }, { actor, reason, at });
  return { enrolmentIds: cases.map((it) => it.id), skipped: [] };
}

function obstacle({ closing, held }: Case, type: Input['type']): Reply['skipped'][number]['reason'] | null {
  if (closing !== null) return 'closing';
  return type === 'resume' && !held ? 'not-held' : null;
}
