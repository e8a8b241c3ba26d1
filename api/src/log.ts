import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';

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
      // the path alone: queries may hold names, sign-in links hold tokens
      req: (request: { method?: string; url?: string }) => ({
        method: request.method,
        path: request.url?.split('?')[0]?.replace(/^\/api\/sign-in\/.*/, '/api/sign-in/…'),
      }),
    },
  });
}
