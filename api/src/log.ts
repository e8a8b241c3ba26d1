import type { FastifyBaseLogger } from 'fastify';
import { pino, type SerializedError } from 'pino';

export type Log = FastifyBaseLogger;

/** Log of the process, JSON lines on standard output; headers and bodies that carry secrets never reach it. */
export function createLog(level = 'info'): Log {
  return pino({
    level,
    base: undefined,
    redact: {
      paths: ['req.headers', 'res.headers', '*.password', '*.apiKey', '*.token', '*.authorization', '*.cookie'],
      remove: true,
    },
    serializers: {
      err: (error: Error) => withoutParameters(pino.stdSerializers.err(error)),
      // the path alone: queries may hold names, sign-in links hold tokens
      req: (request: { method?: string; url?: string }) => ({
        method: request.method,
        path: request.url?.split('?')[0]?.replace(/^\/api\/sign-in\/.*/, '/api/sign-in/…'),
      }),
    },
  });
}

/** Database errors repeat the values of their statement: names, addresses, digests of keys. */
function withoutParameters(error: SerializedError): Record<string, unknown> {
  const cut = (text: string): string => text.replaceAll(/\nparams: .*/g, '');
  return { type: error.type, message: cut(error.message), stack: cut(error.stack) };
}
