import { fastify, LogController, type FastifyInstance } from 'fastify';
import type { Deps } from './context.ts';
import { problemOf } from './errors.ts';
import { answerWithProblems, refuseRaw, sendProblem } from './http/problems.ts';
import { protect } from './http/protect.ts';
import { serveSignIn } from './http/sign-in-routes.ts';
import { serveTrpc } from './http/trpc-routes.ts';
import { serveWeb } from './http/web.ts';
import { BODY_LIMIT } from './http/limits.ts';
import type { LiveFeed } from './live/feed.ts';
import { serveLive } from './live/serve-live.ts';
import { serveRest } from './rest/serve-rest.ts';

interface ServerParts {
  deps: Deps;
  feed: LiveFeed;
  /** The built web application. */
  webFolder: string;
}

/** Assembles everything that answers requests; the caller listens or injects. */
export async function createServer({ deps, feed, webFolder }: ServerParts): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, problemOf(error)),
    clientErrorHandler: refuseRaw,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  });
  answerWithProblems(server);
  await protect(server, deps.origin);
  await serveSignIn(server, deps);
  await serveTrpc(server, deps);
  await serveRest(server, deps);
  serveLive(server, deps, feed);
  await serveWeb(server, webFolder);
  return server;
}
