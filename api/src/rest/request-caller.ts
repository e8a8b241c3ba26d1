import type { Caller } from '../context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent a REST request; null for calls that need no key. */
    caller: Caller | null;
  }
}
