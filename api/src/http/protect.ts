import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden } from '../problem.ts';

/** Headers that keep pages from running, framing or leaking what is not ours. */
export async function protect(server: FastifyInstance, origin: string): Promise<void> {
  const secure = origin.startsWith('https:');
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // positions on the canvas are style attributes, and menus write style elements
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    // over plain http browsers ignore it and complain
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  });
}

/** Cookies travel with requests that other sites make: what changes something must come from our own pages. */
export function requireSameOrigin(request: FastifyRequest, origin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin: from, host } = request.headers;
  if (from === undefined || (from !== origin && from !== `http://${host}` && from !== `https://${host}`)) {
    throw forbidden('cross-origin', 'This request did not come from a page of this application.');
  }
}
