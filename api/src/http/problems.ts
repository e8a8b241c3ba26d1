import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { documentOf, problemOf } from '../errors.ts';
import { Problem } from '../problem.ts';
import { showWeb } from './web.ts';

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', '5');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(documentOf(problem))));
}

/** Whatever was thrown on the way to an answer, the framework's own errors too, is told as a problem document. */
export function answerWithProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error);
    if (problem.status === 500) request.log.error({ err: problem.cause ?? error, req: request }, 'request failed');
    return sendProblem(reply, problem);
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (!/^\/api(\/|$)/.test(path) && showWeb(request, reply)) return reply;
    return sendProblem(reply, new Problem(404, 'not-found', 'There is nothing at this address.'));
  });
}

/** Answers what is not even HTTP; the connection cannot be used any more. */
export function refuseRaw(_error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify(documentOf(new Problem(400, 'malformed', 'The request could not be read.')));
  const head = `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}`;
  socket.end(`HTTP/1.1 400 Bad Request\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
}
