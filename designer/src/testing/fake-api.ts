import { vi } from 'vitest';

type Answer = (input: never) => unknown;
export type Answers = Record<string, Answer>;

/** Thrown by an answer, it becomes the problem document that a page would get. */
export class Refusal {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    this.status = status;
    this.code = code;
  }
}

/** Who is signed in unless a test says otherwise. */
export const manager = {
  user: { id: 'u1', name: 'Claire Martin', email: 'claire@lumen.example', language: null, theme: null },
  organisation: {
    id: 'o1',
    name: 'Atelier Lumen',
    sandbox: true,
    sending: true,
    currency: 'EUR',
    country: 'FR',
    language: 'fr',
    timeZone: 'Europe/Paris',
  },
  role: 'manager',
  memberships: [],
};

const stillClock = {
  now: '2026-12-08T09:24:00Z',
  advancingTo: null,
  speed: 0,
  quiescent: true,
  incidents: [],
  nextEventAt: null,
  progress: null,
};

const defaults: Answers = {
  'session.me': () => manager,
  'session.setPreferences': () => manager,
  'tasks.counts': () => ({ open: 24, mine: 9, overdue: 3, byKind: {} }),
  'outbox.counts': () => ({ counts: { decide: 4, today: 2, later: 0, aside: 0, stopped: 0, blocked: 0 } }),
  'clock.get': () => stillClock,
};

export type FakeApi = { calls: { path: string; input: unknown }[]; answer: (answers: Answers) => void };

/** Stands in for the server at the level of requests: everything above it is the real application. */
export function fakeApi(answers: Answers = {}): FakeApi {
  const known: Answers = { ...defaults, ...answers };
  const calls: FakeApi['calls'] = [];
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close(): void {
        this.dispatchEvent(new Event('closed'));
      }
    },
  );
  vi.stubGlobal('fetch', async (url: string | URL | Request, init?: RequestInit) => {
    const address = new URL(String(url instanceof Request ? url.url : url), 'http://localhost');
    const path = address.pathname;
    if (!path.startsWith('/api/trpc/')) return reply(known[path]?.(bodyOf(init) as never) ?? { checks: {} });
    const paths = path.slice('/api/trpc/'.length).split(',');
    const inputs = (
      init?.method === 'POST' ? bodyOf(init) : JSON.parse(address.searchParams.get('input') ?? '{}')
    ) as Record<string, unknown>;
    return reply(paths.map((each, index) => answerOne(known, calls, each, inputs[index])));
  });
  return { calls, answer: (more) => Object.assign(known, more) };
}

function answerOne(known: Answers, calls: FakeApi['calls'], path: string, input: unknown): unknown {
  calls.push({ path, input });
  try {
    const answer = known[path];
    if (!answer) throw new Refusal(404, 'not-found');
    return { result: { data: answer(input as never) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = { code: error.code, status: error.status, detail: error.code };
    return { error: { code: -32_000, message: error.code, data: { httpStatus: error.status, path, problem } } };
  }
}

function bodyOf(init: RequestInit | undefined): unknown {
  return typeof init?.body === 'string' ? JSON.parse(init.body) : {};
}

function reply(body: unknown): Response {
  const status = body instanceof Refusal ? body.status : 200;
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
