import type { FastifyRequest } from 'fastify';
import { CLIENT_IP } from '../auth/identity.ts';

/** The request's headers as the web platform has them, with the address that it really came from. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(CLIENT_IP, request.ip);
  return headers;
}
