import type { FastifyInstance } from 'fastify';
import { callerBySession } from '../auth/authenticate.ts';
import type { Deps } from '../context.ts';
import { headersOf } from '../http/headers.ts';
import { Problem } from '../problem.ts';
import type { LiveFeed } from './feed.ts';

const BEAT_MS = 20_000;
// the browser comes back by itself, and by then has to show its session again
const LONGEST_MS = 10 * 60_000;

/** Server-sent events of one session: `data: {"topics":["tasks"]}` whenever rows that its pages show have changed. */
export function serveLive(server: FastifyInstance, deps: Deps, feed: LiveFeed): void {
  const open = new Set<() => void>();
  server.addHook('preClose', async () => {
    for (const end of open) end();
  });
  server.get('/api/live', { exposeHeadRoute: false }, async (request, reply) => {
    const caller = await callerBySession(deps.auth, deps.identity, headersOf(request));
    if (!caller) throw new Problem(401, 'unauthenticated', 'Sign in first.');
    const stream = reply.raw;
    reply.hijack();
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 1000\n\n');
    const beat = setInterval(() => stream.write(': still here\n\n'), BEAT_MS);
    const end = (): void => {
      stream.end();
    };
    // a page that comes back asks for everything anew
    const stop = feed.listen(caller.organisationId, (topics) => {
      if (topics === null) end();
      else stream.write(`data: ${JSON.stringify({ topics })}\n\n`);
    });
    const most = setTimeout(end, LONGEST_MS);
    open.add(end);
    stream.on('close', () => {
      stop();
      clearInterval(beat);
      clearTimeout(most);
      open.delete(end);
    });
  });
}
