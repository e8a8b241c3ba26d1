import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';

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

/** Database errors repeat the values of their statement (names, addresses, digests of keys): those are cut off. */
export function describeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = pino.stdSerializers.err(error);
  const cut = (text: string): string => text.replaceAll(/\nparams: .*/g, '');
  return { type, message: cut(message), stack: cut(stack) };
}

/** Queries may hold names, and sign-in links are keys. */
export function describeRequest({ method, url = '' }: { method?: string; url?: string }): Record<string, unknown> {
  const [path = ''] = url.split('?');
  return { method, path: path.replace(/^\/api\/sign-in\/.+/, '/api/sign-in/…') };
}
