import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';

const MALFORMED = 'The body is not JSON in UTF-8.';
const decoder = new TextDecoder('utf-8', { fatal: true });

function read(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw new Problem(400, 'malformed', MALFORMED);
  }
}

function parse(body: Buffer): unknown {
  const text = read(body);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'malformed', MALFORMED);
  }
}

/** Takes JSON and nothing else; `as` says whether handlers want the value or its text. */
export function takeJson(server: FastifyInstance, as: 'value' | 'text'): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    as === 'value' ? parse(body) : read(body),
  );
}
