import { expect, test } from 'vitest';
import { isLock, takeLock, type Lock } from './lock.ts';

async function take(store: string, platform: NodeJS.Platform): Promise<Lock> {
  const taken = await takeLock(store, platform);
  if (!isLock(taken)) throw new Error(`held by ${taken.pid}`);
  return taken;
}

test.each<NodeJS.Platform>(['linux', 'darwin'])('one holder per store, named to the second (%s)', async (platform) => {
  const store = `/somewhere/${platform}/${process.pid}`;
  const lock = await take(store, platform);
  lock.announce('http://127.0.0.1:3000');
  expect(await takeLock(store, platform)).toEqual({ pid: process.pid, store, url: 'http://127.0.0.1:3000' });
  const other = await take(`${store}-other`, platform);
  await lock.release();
  await (await take(store, platform)).release();
  await other.release();
});
