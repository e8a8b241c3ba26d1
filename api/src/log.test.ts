import { expect, test } from 'vitest';
import { describeError, describeRequest } from './log.ts';

test('the values of a failed statement stay out of the log', () => {
  const error = new Error('Failed query: select $1\nparams: a@debtor.example,rk_secret', { cause: new Error('gone') });
  const said = JSON.stringify(describeError(error));
  expect(said).toContain('Failed query: select $1');
  expect(said).toContain('gone');
  expect(said).not.toContain('debtor.example');
  expect(said).not.toContain('rk_secret');
});

test('a request is its method and path: no query, no token', () => {
  expect(describeRequest({ method: 'GET', url: '/api/v1/debtors?number=x' })).toEqual({
    method: 'GET',
    path: '/api/v1/debtors',
  });
  expect(JSON.stringify(describeRequest({ method: 'GET', url: '/api/sign-in/abc' }))).not.toContain('abc');
});
