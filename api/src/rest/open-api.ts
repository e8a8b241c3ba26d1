import { z } from 'zod';
import { problem } from '../schemas/problem.ts';
import { inputOf, proceduresOf, shapesOf } from './procedures.ts';
import type { RestRoute } from './route.ts';
import { ROUTES } from './routes.ts';

type Json = Record<string, unknown>;

interface Components {
  schemas: Record<string, unknown>;
}

/** The OpenAPI 3.1 description of the REST face, made of the schemas that check it. */
export function describeApi(version: string): Json {
  const components: Components = { schemas: {} };
  const problemRef = schemaOf(problem, 'output', components);
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route, components, problemRef) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Relance', version, description: 'Collection of unpaid invoices.' },
    servers: [{ url: '/api/v1' }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'An API key (rk_…).' } },
    },
  };
}

function describe(route: RestRoute, components: Components, problemRef: Json): Json {
  const input = schemaOf(inputOf(route), 'input', components);
  const [first = ''] = proceduresOf(route);
  const output = schemaOf(shapesOf(first).output, 'output', components);
  const json = { 'application/json': { schema: output } };
  const statuses = (route.statuses ?? [200]).map((status) => [status, { description: 'Done', content: json }]);
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return {
    operationId: `${route.method.toLowerCase()}${operationName(route.path)}`,
    summary: route.summary,
    ...(route.open && { security: [] }),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(route.method === 'GET' ? queryOf(input, names) : []),
      ...(route.method === 'POST' ? [IDEMPOTENCY] : []),
    ],
    ...(route.method !== 'GET' && {
      requestBody: { required: true, content: { 'application/json': { schema: without(input, names) } } },
    }),
    responses: {
      ...Object.fromEntries(statuses),
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problemRef } } },
    },
  };
}

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const operationName = (path: string): string =>
  path.replaceAll(/[/:-]+(\w)/g, (_whole, letter: string) => letter.toUpperCase());

function queryOf(input: Json, names: readonly string[]): Json[] {
  const properties = (input['properties'] ?? {}) as Record<string, unknown>;
  return Object.entries(properties)
    .filter(([name]) => !names.includes(name))
    .map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

/** A body's shape: the input without what stands in the path. */
function without(schema: Json, names: readonly string[]): Json {
  const variants = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(variants)) return { oneOf: variants.map((variant) => without(variant as Json, names)) };
  const properties = (schema['properties'] ?? {}) as Record<string, unknown>;
  const required = (schema['required'] ?? []) as string[];
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name))),
    required: required.filter((name) => !names.includes(name)),
  };
}

/** JSON Schema of a shape; its named parts go to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', { schemas }: Components): Json {
  const generated = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any', reused: 'inline' });
  const { $schema: _dialect, $defs: parts = {}, ...own } = relink(generated) as Json & { $defs?: Json };
  Object.assign(schemas, parts);
  const { id } = z.globalRegistry.get(schema) ?? {};
  if (typeof id !== 'string') return own;
  schemas[id] = own;
  return { $ref: `#/components/schemas/${id}` };
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      if (name === 'id' && typeof member === 'string') return [];
      if (name === '$ref' && typeof member === 'string')
        return [[name, member.replace('#/$defs/', '#/components/schemas/')]];
      return [[name, relink(member)]];
    }),
  );
}
