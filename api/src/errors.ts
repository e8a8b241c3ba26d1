import { errorCode, isDatabaseAway, isTransient } from '@relance/db';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { Problem, type ProblemStatus } from './problem.ts';
import type { ProblemDocument } from './schemas/problem.ts';

const TITLES: Record<ProblemStatus, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

const STATEMENT_TIMEOUT = '57014';

/** The one mapping from whatever was thrown to what the caller is told; no driver message ever gets out. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return badInput(error);
  const away = problemOfDatabase(error);
  if (away) return Object.assign(away, { cause: error });
  if (error instanceof TRPCError) return problemOfTrpc(error);
  return problemOfFramework(error);
}

function problemOfDatabase(error: unknown): Problem | null {
  const part = { part: 'postgres' };
  if (isDatabaseAway(error)) {
    return new Problem(503, 'database-away', 'The database does not answer; try again in a moment.', part);
  }
  if (isTransient(error) || errorCode(error) === STATEMENT_TIMEOUT) {
    return new Problem(503, 'busy', 'Others are working on the same rows; try again in a moment.', part);
  }
  return null;
}

export function documentOf({ status, code, message, members }: Problem): ProblemDocument {
  const { errors, ...others } = members;
  return {
    type: `urn:relance:problem:${code}`,
    title: TITLES[status],
    status,
    detail: message,
    code,
    ...(errors && { errors }),
    ...others,
  };
}

function badInput(error: ZodError): Problem {
  const errors = error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known here' }));
  });
  return new Problem(400, 'bad-input', 'The request is not what this call takes.', { errors: errors.slice(0, 50) });
}

function problemOfTrpc(error: TRPCError): Problem {
  if (error.cause && !(error.cause instanceof TRPCError)) {
    const inner = problemOf(error.cause);
    if (inner.status !== 500) return inner;
  }
  switch (error.code) {
    case 'NOT_FOUND':
      return notThere();
    case 'METHOD_NOT_SUPPORTED':
      return notThere();
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
      return new Problem(400, 'malformed', 'The request could not be read.');
    case 'PAYLOAD_TOO_LARGE':
      return tooLarge();
    case 'UNSUPPORTED_MEDIA_TYPE':
      return wrongMediaType();
    default:
      return internal(error);
  }
}

function problemOfFramework(error: unknown): Problem {
  const status = statusOf(error);
  if (status === 413) return tooLarge();
  if (status === 415) return wrongMediaType();
  if (status === 404 || status === 405) return notThere();
  if (status === 429) return new Problem(429, 'too-many-requests', 'Too many requests; slow down.');
  if (status === 503) return new Problem(503, 'stopping', 'The server is stopping or too busy; try again.');
  if (status !== null && status >= 400 && status < 500) {
    return new Problem(400, 'malformed', 'The request could not be read.');
  }
  return internal(error);
}

function statusOf(error: unknown): number | null {
  const status = error instanceof Error ? (error as Error & { statusCode?: unknown }).statusCode : null;
  return typeof status === 'number' ? status : null;
}

const notThere = (): Problem => new Problem(404, 'not-found', 'There is nothing at this address.');
const tooLarge = (): Problem => new Problem(413, 'too-large', 'The request is larger than this call takes.');
const wrongMediaType = (): Problem => new Problem(415, 'wrong-media-type', 'Send application/json.');

function internal(cause: unknown): Problem {
  const problem = new Problem(500, 'internal', 'Something went wrong on our side; nothing was changed.');
  problem.cause = cause;
  return problem;
}
