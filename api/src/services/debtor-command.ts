import type { z } from 'zod';
import { commandCases, findDebtor, lockDebtorCases, readDay, type Case } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/debtor.ts';
import { holdEnd } from './hold-end.ts';

type Input = z.infer<typeof schemas.debtorCommand>;
type Reply = z.infer<typeof schemas.debtorCommanded>;

/** What a person wants of all cases of a debtor that go on: all of them in one transaction, or none. */
export function commandDebtor({ caller, work }: Allowed, { id, reason, ...asked }: Input): Promise<Reply> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    if (!(await findDebtor(tx, organisationId, id))) throw notFound('debtor');
    const cases = await lockDebtorCases(tx, organisationId, id);
    const { now, today, timeZone } = await readDay(tx, organisationId);
    if (asked.type === 'hold' && asked.until <= today) {
      const errors = [{ path: 'until', message: `must be after today (${today})` }];
      throw refused('not-possible', 'That is not possible here.', { errors });
    }
    const command = asked.type === 'hold' ? { ...asked, untilAt: holdEnd(asked.until, timeZone) } : asked;
    const skipped = cases.flatMap((it) => {
      const why = obstacle(it, asked.type);
      return why === null ? [] : [{ enrolmentId: it.id, reason: why }];
    });
    const told = cases.filter((it) => obstacle(it, asked.type) === null);
    await commandCases(tx, organisationId, told, command, { actor, reason, at: now });
    return { enrolmentIds: told.map((it) => it.id), skipped };
  });
}

function obstacle({ closing, held }: Case, type: Input['type']): Reply['skipped'][number]['reason'] | null {
  if (closing !== null) return 'closing';
  return type === 'resume' && !held ? 'not-held' : null;
}
