import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem, type InputError } from '../problem.ts';
import { inputOf } from './procedures.ts';
import type { RestRoute } from './route.ts';

type QueryType = 'number' | 'boolean';

/** The members of a route's input whose texts in a query stand for something else. */
export function queryTypes(route: RestRoute): ReadonlyMap<string, QueryType> {
  const schema = z.toJSONSchema(inputOf(route), { io: 'input', unrepresentable: 'any' });
  const types = new Map<string, QueryType>();
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const type = typeof member === 'object' ? member.type : undefined;
    if (type === 'integer' || type === 'number') types.set(name, 'number');
    if (type === 'boolean') types.set(name, 'boolean');
  }
  return types;
}

/** Puts path, query and body together; what would be in two places is in neither. */
export function readInput(
  route: RestRoute,
  types: ReadonlyMap<string, QueryType>,
  request: FastifyRequest,
): Record<string, unknown> {
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  if (route.method !== 'GET') {
    refuseMembers(Object.keys(query));
    const body = objectOf(request.body);
    refuseMembers(Object.keys(body).filter((name) => Object.hasOwn(params, name)));
    return { ...body, ...params };
  }
  refuseMembers(Object.keys(query).filter((name) => Object.hasOwn(params, name)));
  const read = Object.entries(query).map(([name, value]) => [name, readText(value, types.get(name))]);
  return { ...Object.fromEntries(read), ...params };
}

function readText(value: unknown, type: QueryType | undefined): unknown {
  if (type === 'number' && typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function objectOf(body: unknown): Record<string, unknown> {
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw badInput([{ path: '', message: 'the body must be an object' }]);
}

function refuseMembers(names: readonly string[]): void {
  if (names.length > 0) throw badInput(names.map((path) => ({ path, message: 'is not known here' })));
}

const badInput = (errors: InputError[]): Problem =>
  new Problem(400, 'bad-input', 'The request is not what this call takes.', { errors });
