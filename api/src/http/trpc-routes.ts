import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerBySession } from '../auth/authenticate.ts';
import type { Context, Deps } from '../context.ts';
import { problemOf } from '../errors.ts';
import { appRouter } from '../router.ts';
import { headersOf } from './headers.ts';
import { BODY_LIMIT, IMPORT_BODY_LIMIT } from './limits.ts';
import { takeJson } from './json-body.ts';
import { requireSameOrigin } from './protect.ts';

const MOST_CALLS_AT_ONCE = 20;

/** The web application's door: tRPC for people with a session. */
export async function serveTrpc(server: FastifyInstance, deps: Deps): Promise<void> {
  await server.register(async (scope) => {
    takeJson(scope, 'text');
    scope.addHook('onRequest', async (request) => requireSameOrigin(request, deps.origin));
    const handler = (request: FastifyRequest, reply: FastifyReply) => answer(deps, request, reply);
    scope.all('/api/trpc/imports.create', { bodyLimit: IMPORT_BODY_LIMIT }, handler);
    scope.all('/api/trpc/:path', { bodyLimit: BODY_LIMIT }, handler);
  });
}

async function answer(deps: Deps, req: FastifyRequest, res: FastifyReply): Promise<void> {
  const path = (req.params as { path?: string }).path ?? 'imports.create';
  await fastifyRequestHandler({
    router: appRouter,
    req,
    res,
    path,
    maxBatchSize: MOST_CALLS_AT_ONCE,
    createContext: async (): Promise<Context> => ({
      deps,
      caller: await callerBySession(deps.auth, deps.identity, headersOf(req)),
      tx: null,
    }),
    onError({ error, path }) {
      const problem = problemOf(error);
      if (problem.status === 500) deps.log.error({ err: problem.cause ?? error, path }, 'call failed');
    },
  });
}
