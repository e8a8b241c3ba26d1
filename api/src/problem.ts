export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

export interface InputError {
  /** Members joined by dots, e.g. `values.date`. */
  path: string;
  message: string;
}

export interface ProblemDetails {
  errors?: InputError[];
  [member: string]: unknown;
}

/** A refusal that the caller is told of: thrown by services, turned into a problem document in one place. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly code: string;
  readonly members: ProblemDetails;

  constructor(status: ProblemStatus, code: string, detail: string, members: ProblemDetails = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.members = members;
  }
}

/** Also for what belongs to others: nobody learns that it exists. */
export const notFound = (what: string): Problem => new Problem(404, 'not-found', `There is no such ${what}.`);

export const conflict = (code: string, detail: string, members?: ProblemDetails): Problem =>
  new Problem(409, code, detail, members);

export const refused = (code: string, detail: string, members?: ProblemDetails): Problem =>
  new Problem(422, code, detail, members);

export const forbidden = (code: string, detail: string): Problem => new Problem(403, code, detail);
