import type { Database } from '@relance/db';
import type { ShellActivities } from '@relance/workflows/contract';
import { ApplicationFailure } from '@temporalio/common';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { activities } from './activities.ts';

const INPUT = { organisationId: '018f0000-0000-7000-8000-000000000001', id: '018f0000-0000-7000-8000-000000000002' };
const RUN = { id: 'run', first: true };

/** The activities on a database that answers everything with this error. */
function failing(code: string): ShellActivities {
  const error = new Error('Failed query: insert into person\nparams: ada@debtor.example', {
    cause: Object.assign(new Error('duplicate key of ada@debtor.example'), { code, detail: 'Key (email)=(ada)' }),
  });
  const app = { transaction: () => Promise.reject(error) } as unknown as Database;
  const log = pino({ level: 'silent' });
  const emailProvider = () => ({ name: 'none', send: () => Promise.reject(new Error('never asked')) });
  return activities({ app, system: app, log, emailProvider, mailKey: null }, { awayMs: 30_000 });
}

describe('what Temporal learns of a failure', () => {
  test.each([
    ['23505', 'database-23505'],
    ['ESTRANGE', 'failed'],
  ])('%s: a code, never a driver’s message', async (code, known) => {
    const failed = failing(code);
    for (const work of [
      () => failed.stepEnrolment(INPUT, RUN),
      () => failed.stepDebtor(INPUT, RUN),
      () => failed.deliverMessage(INPUT, INPUT.id),
      () => failed.stepOrganisation(INPUT, RUN),
    ]) {
      const failure = await work().then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect(failure).toMatchObject({ message: known, type: known, nonRetryable: false });
      expect(failure).not.toHaveProperty('cause.message');
    }
  });

  test('the database is away: no failure but a delay of half a minute, which doubles', async () => {
    const failed = failing('57P01');
    const away = { done: false, wakeInMs: 30_000, summary: 'database-away', away: true };
    expect(await failed.stepEnrolment(INPUT, RUN)).toEqual(away);
    expect(await failed.stepDebtor(INPUT, RUN)).toEqual({ ...away, deliver: [] });
  });

  test('a statement took too long: a moment, and nobody’s incident', async () => {
    const failed = failing('57014');
    expect(await failed.stepEnrolment(INPUT, RUN)).toMatchObject({
      done: false,
      wakeInMs: 2_000,
      summary: 'database-busy',
    });
  });
});
