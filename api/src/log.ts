import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { withoutValues } from '@relance/db';

export type Log = FastifyBaseLogger;

/** Log of the process, JSON lines on standard output; headers and bodies that carry secrets never reach it. */
export function createLog(level = 'info'): Log {
  return pino({
    level,
    base: undefined,
    redact: {
      paths: ['*.password', '*.apiKey', '*.token', '*.authorization', '*.cookie', '*.headers'],
      remove: true,
    },
    serializers: { err: describeError, req: describeRequest },
  });
}

/** An error as the log may keep it: a failed statement's values are left out, and members that an error may carry. */
export function describeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message: withoutValues(message), stack: withoutValues(stack) };
}

/** Queries may hold names, and sign-in links are keys. */
export function describeRequest({ method, url = '' }: { method?: string; url?: string }): Record<string, unknown> {
  const [path = ''] = url.split('?');
  return { method, path: path.replace(/^\/api\/sign-in\/.+/, '/api/sign-in/…') };
}
