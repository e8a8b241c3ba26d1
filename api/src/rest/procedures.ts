import type { z } from 'zod';
import type { Context } from '../context.ts';
import { appRouter } from '../router.ts';
import { createCallerFactory } from '../trpc.ts';
import type { RestRoute } from './route.ts';

interface Shapes {
  input: z.ZodType;
  output: z.ZodType;
}

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { inputs: z.ZodType[]; output?: z.ZodType } }
>;

/** What a procedure takes and gives. */
export function shapesOf(path: string): Shapes {
  const definition = procedures[path]?._def;
  const input = definition?.inputs[0];
  if (!input || !definition.output) throw new Error(`procedure ${path} has no input or output schema`);
  return { input, output: definition.output };
}

/** The names of the procedures that a route may call. */
export function proceduresOf({ procedure }: RestRoute): readonly string[] {
  return typeof procedure === 'string' ? [procedure] : procedure.oneOf;
}

/** The shape of everything that is sent to a route: path, query and body together. */
export function inputOf(route: RestRoute): z.ZodType {
  const [first = ''] = proceduresOf(route);
  return route.input ?? shapesOf(first).input;
}

const createCaller = createCallerFactory(appRouter);

/** Calls a route's procedure as the web application would: the same policy, the same checks. */
export function callProcedure(route: RestRoute, context: Context, input: Record<string, unknown>): Promise<unknown> {
  const path = typeof route.procedure === 'string' ? route.procedure : route.procedure.choose(input);
  const [noun = '', verb = ''] = path.split('.');
  const caller = createCaller(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const call = caller[noun]?.[verb];
  if (!call) throw new Error(`there is no procedure ${path}`);
  return call(input);
}
