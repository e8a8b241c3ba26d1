import { ORIGIN, type Api } from './api-server.ts';

export interface Problem {
  code: string;
  status: number;
  errors?: { path: string; message: string }[];
}

/** Calls of the web application by somebody with a session. */
export function webClient(api: Pick<Api, 'server' | 'query'>, cookie: string) {
  /** One mutation; its data, or its problem. */
  async function tell<Data = Record<string, unknown>>(path: string, input: object = {}): Promise<Data> {
    const response = await api.server.inject({
      method: 'POST',
      url: `/api/trpc/${path}`,
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
      payload: JSON.stringify(input),
    });
    const body = response.json<{ result?: { data: Data }; error?: { data: { problem: Data } } }>();
    const data = body.result?.data ?? body.error?.data.problem;
    if (!data) throw new Error(`unexpected answer: ${response.body}`);
    return data;
  }
  return {
    tell,
    ask: <Data = Record<string, unknown>>(path: string, input?: object) => api.query<Data>(path, cookie, input),
  };
}

export type WebClient = ReturnType<typeof webClient>;
