import type { Tx } from '@relance/db';
import type { FastifyRequest } from 'fastify';
import { allowed, type Caller, type Deps } from '../context.ts';
import { problemOf } from '../errors.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { callProcedure, inputOf } from './procedures.ts';
import { readInput } from './read-input.ts';
import type { RestReply, RestRoute } from './route.ts';

interface Asked {
  deps: Deps;
  route: RestRoute;
  types: ReadonlyMap<string, 'number' | 'boolean'>;
  caller: Caller | null;
}

/** Answers one REST call by its procedure. */
export async function answer({ deps, route, types, caller }: Asked, request: FastifyRequest): Promise<RestReply> {
  const input = readInput(route, types, request);
  if (route.input) inputOf(route).parse(input);
  const reply = route.reply ?? ((body: unknown) => ({ status: 200, body }));
  const { follow } = route;
  const call = async (tx: Tx | null): Promise<unknown> => {
    try {
      return await callProcedure(route, { deps, caller, tx }, input);
    } catch (error) {
      throw originOf(error);
    }
  };
  const finish =
    follow && caller
      ? async (output: unknown) => reply(await follow(allowed({ deps, tx: null }, caller), output))
      : null;
  const key = route.method === 'POST' ? readIdempotencyKey(request.headers['idempotency-key']) : undefined;
  const { keyId } = caller ?? {};
  if (key !== undefined && caller && keyId) {
    const path = `${route.method} ${request.url.split('?')[0]}`;
    const work = async (tx: Tx): Promise<RestReply> => reply(await call(tx));
    return once({ deps, caller: { ...caller, keyId }, key, path, input, work, finish });
  }
  const output = await call(null);
  return finish ? finish(output) : reply(output);
}

/** What was thrown before tRPC wrapped it: the transaction around it must know a deadlock when it sees one. */
function originOf(error: unknown): unknown {
  const problem = problemOf(error);
  return problem.cause ?? problem;
}
