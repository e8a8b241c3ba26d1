import { initTRPC, TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { policy } from './auth/policy.ts';
import { allowed, type Context } from './context.ts';
import { documentOf, problemOf } from './errors.ts';
import { Problem, type ProblemStatus } from './problem.ts';

const CODES: Record<ProblemStatus, TRPC_ERROR_CODE_KEY> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape: { code, data }, error }) {
    const problem = documentOf(problemOf(error));
    return {
      code,
      message: problem.detail,
      data: { code: data.code, httpStatus: problem.status, path: data.path, problem },
    };
  },
});

export const { router, createCallerFactory } = t;

const tellProblems = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const problem = problemOf(result.error);
  throw new TRPCError({ code: CODES[problem.status], message: problem.message, cause: problem });
});

/** For calls that need no caller; the policy must say so. */
export const openProcedure = t.procedure.use(tellProblems).use(({ path, next }) => {
  if (policy[path] !== 'anyone') throw new Problem(403, 'forbidden', 'Nobody may do this.');
  return next();
});

/** Closed unless the policy names the caller's role. */
export const procedure = t.procedure.use(tellProblems).use(({ ctx, path, next }) => {
  const { caller } = ctx;
  if (!caller) throw new Problem(401, 'unauthenticated', 'Sign in, or send a valid API key.');
  const rule = policy[path];
  if (!rule || rule === 'anyone' || !rule.includes(caller.role)) {
    throw new Problem(403, 'forbidden', `Your role (${caller.role}) may not do this.`);
  }
  return next({ ctx: { ...allowed(ctx, caller) } });
});
