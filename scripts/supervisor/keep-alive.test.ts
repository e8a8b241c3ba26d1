import { expect, test } from 'vitest';
import { keepAlive } from './keep-alive.ts';
import { outsideService } from './service.ts';

test('starts a dead server again, also when the first try fails, and says each', async () => {
  const stop = new AbortController();
  const said: string[] = [];
  let alive = false;
  let tries = 0;
  const service = {
    ...outsideService('PostgreSQL', ''),
    isAlive: () => alive,
    restart: async () => {
      tries += 1;
      if (tries === 1) throw new Error('port taken');
      alive = true;
    },
  };
  const say = (text: string): void => {
    said.push(text);
    if (text.endsWith('is back.')) stop.abort();
  };
  await keepAlive(service, say, stop.signal, 5);
  expect(said).toEqual([
    'PostgreSQL ended; starting it again.',
    expect.stringMatching(/does not come back, next try in .* s: port taken/),
    'PostgreSQL ended; starting it again.',
    'PostgreSQL is back.',
  ]);
});
