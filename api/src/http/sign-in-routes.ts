import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AUTH_PATH } from '../auth/identity.ts';
import type { Deps } from '../context.ts';
import { Problem, type ProblemStatus } from '../problem.ts';
import { headersOf } from './headers.ts';
import { BODY_LIMIT } from './limits.ts';
import { takeJson } from './json-body.ts';
import { sendProblem } from './problems.ts';

/** What of better-auth is open; its other endpoints do not exist here. */
const OPEN = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-out'],
  ['POST', '/change-password'],
  ['GET', '/get-session'],
  ['POST', '/invitation/look'],
  ['POST', '/invitation/accept'],
] as const;

const STATUSES: readonly number[] = [400, 401, 403, 404, 409, 413, 415, 422, 429, 503] satisfies ProblemStatus[];

/** Sign-in, sign-out and the single-use link. */
export async function serveSignIn(server: FastifyInstance, deps: Deps): Promise<void> {
  await server.register(async (scope) => {
    takeJson(scope, 'text');
    for (const [method, path] of OPEN) {
      scope.route({
        method,
        url: `${AUTH_PATH}${path}`,
        bodyLimit: BODY_LIMIT,
        handler: (request, reply) => forward(deps, request, reply, `${AUTH_PATH}${path}`),
      });
    }
    scope.get('/api/sign-in/:token', { exposeHeadRoute: false }, (request, reply) => {
      const { token } = request.params as { token: string };
      return forward(deps, request, reply, `${AUTH_PATH}/sign-in-link/${encodeURIComponent(token)}`);
    });
  });
}

async function forward(deps: Deps, request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply> {
  const { method, body } = request;
  const response = await deps.auth.handler(
    new Request(new URL(path, deps.origin), {
      method,
      headers: headersOf(request),
      ...(method === 'POST' && typeof body === 'string' && { body }),
    }),
  );
  reply.headers(Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')));
  reply.header('set-cookie', response.headers.getSetCookie());
  reply.header('cache-control', 'no-store');
  const text = await response.text();
  if (response.status < 400) return reply.code(response.status).send(text);
  return sendProblem(reply, await problemOfReply(deps, response.status, text));
}

/** better-auth's refusals in our words; its own code and message stay beside them for its client. */
async function problemOfReply(deps: Deps, status: number, text: string): Promise<Problem> {
  const { code, message } = readRefusal(text);
  if (status === 401) return new Problem(401, 'wrong-credentials', 'E-mail or password is wrong.', { message });
  if (status === 429) return new Problem(429, 'too-many-requests', 'Too many attempts; wait a minute.', { message });
  if (isProblemStatus(status)) return new Problem(status, code, message, { message });
  await deps.identity.$client.query('select 1');
  return new Problem(500, 'internal', 'Something went wrong on our side; nothing was changed.');
}

const isProblemStatus = (status: number): status is ProblemStatus => STATUSES.includes(status);

function readRefusal(text: string): { code: string; message: string } {
  const fallback = { code: 'refused', message: 'The request was refused.' };
  if (!text.startsWith('{')) return fallback;
  const { code, message } = JSON.parse(text) as { code?: string; message?: string };
  return {
    code: code?.toLowerCase().replaceAll('_', '-') ?? fallback.code,
    message: message ?? fallback.message,
  };
}
