import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PAGE = 'index.html';

/** Serves the built web application; without one (tests, a first build under way) there is nothing to serve. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, PAGE))) return;
  await server.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, file) => {
      // names in assets/ carry a hash of their content; everything else may change under its name
      const lasting = path.relative(folder, file).startsWith(`assets${path.sep}`);
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Answers a page's address with the application, which knows its routes; false when that is not what was asked for. */
export function showWeb(request: FastifyRequest, reply: FastifyReply): boolean {
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  if (!['GET', 'HEAD'].includes(request.method) || !wantsPage || !('sendFile' in reply)) return false;
  void reply.sendFile(PAGE);
  return true;
}
