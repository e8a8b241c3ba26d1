import type { z } from 'zod';
import type { Allowed } from '../context.ts';

export interface RestReply {
  status: number;
  body: unknown;
}

/** One call of REST.md: which procedure answers it and how the two differ. */
export interface RestRoute {
  method: 'GET' | 'POST' | 'PUT';
  /** Below /api/v1, with `:name` for members of the input that stand in the path. */
  path: string;
  summary: string;
  /** Dotted path of the procedure; several: chosen by what was sent. */
  procedure: string | { oneOf: readonly string[]; choose(input: Record<string, unknown>): string };
  /** Shape of what is sent, where it is not the procedure's input. */
  input?: z.ZodType;
  /** What is answered; 200 with the procedure's output if not given. */
  reply?: (output: unknown) => RestReply;
  /** Statuses that a success may have, for the description; 200 if not given. */
  statuses?: readonly number[];
  /** Body larger than usual. */
  large?: true;
  /** Needs no key. */
  open?: true;
  /** Waits, after the work was committed, for what the final reply depends on. */
  follow?: (allowed: Allowed, output: unknown) => Promise<unknown>;
}
