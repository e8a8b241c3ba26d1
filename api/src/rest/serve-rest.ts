import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hashApiKey } from '../auth/api-key.ts';
import { callerByKey } from '../auth/authenticate.ts';
import type { Deps } from '../context.ts';
import { takeJson } from '../http/json-body.ts';
import { BODY_LIMIT, IMPORT_BODY_LIMIT, REQUESTS } from '../http/limits.ts';
import { Problem } from '../problem.ts';
import './request-caller.ts';
import { answer } from './answer.ts';
import { describeApi } from './open-api.ts';
import { queryTypes } from './read-input.ts';
import type { RestRoute } from './route.ts';
import { ROUTES } from './routes.ts';

const PREFIX = '/api/v1';

/** The REST face: keys, limits, strict input, problem documents. */
export async function serveRest(server: FastifyInstance, deps: Deps): Promise<void> {
  await server.register(
    async (scope) => {
      takeJson(scope, 'value');
      scope.decorateRequest('caller', null);
      await scope.register(rateLimit, {
        ...REQUESTS,
        keyGenerator: sender,
        errorResponseBuilder: () => new Problem(429, 'too-many-requests', 'Too many requests; slow down.'),
      });
      for (const route of ROUTES) serveRoute(scope, deps, route);
      serveMethods(scope);
      const description = describeApi(deps.version);
      scope.get('/openapi.json', () => description);
    },
    { prefix: PREFIX },
  );
}

function serveRoute(scope: FastifyInstance, deps: Deps, route: RestRoute): void {
  const types = queryTypes(route);
  scope.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.large ? IMPORT_BODY_LIMIT : BODY_LIMIT,
    onRequest: async (request) => {
      request.caller = await callerByKey(deps.identity, request.headers.authorization);
      if (!route.open && !request.caller) throw new Problem(401, 'unauthenticated', 'Send a valid API key.');
    },
    handler: async (request, reply) => {
      const { status, body } = await answer({ deps, route, types, caller: request.caller }, request);
      return reply.code(status).header('cache-control', 'no-store').send(body);
    },
  });
}

/** Says which methods an address takes. */
function serveMethods(scope: FastifyInstance): void {
  for (const path of new Set(ROUTES.map((route) => route.path))) {
    const methods = ROUTES.filter((route) => route.path === path).map(({ method }) => method);
    const allow = [...(methods.includes('GET') ? ['HEAD'] : []), ...methods, 'OPTIONS'].join(', ');
    scope.options(path, (_request, reply) => reply.code(204).header('allow', allow).send());
  }
}

function sender(request: FastifyRequest): string {
  const { authorization } = request.headers;
  return authorization ? hashApiKey(authorization) : request.ip;
}
