import { setTimeout as sleep } from 'node:timers/promises';
import { firstManager, forgetReplies, listOrganisations } from '@relance/db/queries';
import { makeSignInLink } from './auth/sign-in-link.ts';
import type { Deps } from './context.ts';
import type { Env } from './env.ts';
import { LiveFeed } from './live/feed.ts';
import type { Log } from './log.ts';
import { openDeps } from './open-deps.ts';
import { createServer } from './server.ts';

const PATIENCE_MS = 4_000;
const FORGET_EVERY_MS = 3_600_000;

interface ApplicationOptions {
  env: Env;
  log: Log;
  webFolder: string;
}

/** The whole program: start listens and says where; stop lets running requests end, for a while. */
export async function createApplication({ env, log, webFolder }: ApplicationOptions) {
  const deps = await openDeps({ ...env, log });
  const feed = new LiveFeed(env.systemUrl, log);
  const server = await createServer({ deps, feed, webFolder });
  let forgetting: NodeJS.Timeout | undefined;
  return {
    async start(): Promise<{ origin: string; signInLink: string | null }> {
      feed.start();
      await server.listen({ host: env.host, port: env.port });
      forgetting = setInterval(() => void forget(deps), FORGET_EVERY_MS);
      return { origin: env.origin, signInLink: await demoLink(deps) };
    },
    async stop(): Promise<void> {
      clearInterval(forgetting);
      const orderly = server.close().then(() => Promise.all([feed.close(), deps.close()]));
      await Promise.race([orderly, sleep(PATIENCE_MS)]);
    },
  };
}

/** Signs the demo manager in once; an installation without a sandbox has nobody to sign in so easily. */
async function demoLink(deps: Deps): Promise<string | null> {
  const manager = await firstManager(deps.identity);
  if (!manager) return null;
  const [organisation] = await listOrganisations(deps.system, [manager.orgId]);
  return organisation?.sandbox ? makeSignInLink(deps.identity, deps.origin, manager.userId) : null;
}

async function forget({ system, log }: Deps): Promise<void> {
  try {
    await forgetReplies(system);
  } catch (error) {
    log.warn({ err: error }, 'old replies could not be forgotten; tried again in an hour');
  }
}
