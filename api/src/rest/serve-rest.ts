import type { FastifyInstance } from 'fastify';
import type { Deps } from '../context.ts';

export async function serveRest(_server: FastifyInstance, _deps: Deps): Promise<void> {}
