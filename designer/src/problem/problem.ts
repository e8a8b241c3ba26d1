/** Why a request was refused: the parts of the problem document that a page uses. */
export type Problem = {
  code: string;
  status?: number;
  detail?: string;
  errors?: readonly { path: string; message: string }[];
  /** On a stale revision: what stands there now. */
  current?: unknown;
  findings?: unknown;
};

const byStatus: Record<number, string> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'bad-request',
  422: 'refused',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** The problem behind whatever a query or mutation threw. Without an answer from the server it is `network`. */
export function problemOf(error: unknown): Problem {
  const data = member(error, 'data');
  const problem = member(data, 'problem');
  if (isProblem(problem)) return problem;
  const status = member(data, 'httpStatus');
  if (typeof status === 'number') return { code: byStatus[status] ?? 'internal', status };
  return { code: 'network' };
}

/** The general kind of whatever was thrown: `unauthorized`, `conflict`, `refused`, `network` … */
export function problemKind(error: unknown): string {
  const { code, status } = problemOf(error);
  return status === undefined ? code : (byStatus[status] ?? 'internal');
}

function isProblem(value: unknown): value is Problem {
  return typeof member(value, 'code') === 'string';
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
