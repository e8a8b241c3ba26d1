import { expect, test } from 'vitest';
import { describeError } from './log.ts';

test('the values of a failed statement stay out of the log, however many lines they have', () => {
  const values = 'a@debtor.example,"Bonjour,\nvotre facture F-1\n\nest échue",rk_secret';
  const error = Object.assign(new Error(`Failed query: insert into message\nparams: ${values}`), {
    cause: Object.assign(new Error('connection lost'), { detail: 'Key (email)=(b@debtor.example)' }),
    params: ['c@debtor.example'],
  });
  const said = JSON.stringify(describeError(error));
  expect(said).toContain('Failed query: insert into message');
  expect(said).toContain('connection lost');
  for (const secret of ['debtor.example', 'facture F-1', 'échue', 'rk_secret']) expect(said).not.toContain(secret);
});
