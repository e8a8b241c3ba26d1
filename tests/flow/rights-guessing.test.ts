import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN, PASSWORD, startApi, type Api } from '../drivers/api-server.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ signInsPerMinute: 5 });
});
afterAll(() => api.close());

test('guessing passwords is stopped after some tries a minute, whatever address the client claims to have', async () => {
  const organisation = await api.newOrganisation();
  const { email } = await api.newUser(organisation.id, 'manager');
  const attempt = (password: string, round: number) =>
    api.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: ORIGIN, 'x-relance-client-ip': `10.0.0.${round}`, 'x-forwarded-for': `10.0.1.${round}` },
      payload: { email, password },
    });
  const statuses: number[] = [];
  for (let round = 0; round < 5; round += 1) statuses.push((await attempt(`guess number ${round}`, round)).statusCode);
  expect(statuses).toEqual([401, 401, 401, 401, 401]);
  const refused = await attempt(PASSWORD, 9);
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(refused.cookies).toEqual([]);
});
