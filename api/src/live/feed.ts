import type { Log } from '../log.ts';
import { Client } from 'pg';

/** Topics that changed; null: something may have been missed. */
type Listener = (topics: string[] | null) => void;

const GATHER_MS = 150;
const PAUSE = { first: 500, longest: 10_000 };

/**
 * Tells pages that something of their organisation changed. One connection of the process listens for the notices that
 * the database's triggers send (`<organisation> <topic>`); after it was lost everything may have changed.
 */
export class LiveFeed {
  readonly #url: string;
  readonly #log: Log;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #pending = new Map<string, Set<string>>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #pause = PAUSE.first;
  #lost = false;
  #closed = false;

  constructor(url: string, log: Log) {
    this.#url = url;
    this.#log = log;
  }

  /** Begins to listen; when the database is away it keeps trying. */
  start(): void {
    this.#connect().catch((error: unknown) => {
      this.#log.warn({ err: error, part: 'live' }, 'the database does not answer; pages are not told of changes');
      this.#lost = true;
      this.#later();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end();
  }

  /** Calls `listener` whenever something changed, until the returned function is called. */
  listen(organisationId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(organisationId) ?? new Set();
    this.#listeners.set(organisationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(organisationId);
    };
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'relance live',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let lost = false;
    const onLost = (): void => {
      if (lost) return;
      lost = true;
      this.#client = null;
      this.#lost = true;
      this.#later();
    };
    client.on('error', onLost);
    client.on('notification', ({ payload = '' }) => {
      const [organisationId, topic] = payload.split(' ');
      if (organisationId && topic && this.#listeners.has(organisationId)) this.#gather(organisationId, topic);
    });
    await client.connect();
    await client.query('listen relance');
    client.on('end', onLost);
    this.#client = client;
    this.#pause = PAUSE.first;
    if (this.#lost) for (const listeners of this.#listeners.values()) for (const listener of listeners) listener(null);
    this.#lost = false;
  }

  #later(): void {
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.start();
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, PAUSE.longest);
  }

  /** Many rows change at once: a page hears of them once. */
  #gather(organisationId: string, topic: string): void {
    const pending = this.#pending.get(organisationId);
    if (pending) {
      pending.add(topic);
      return;
    }
    this.#pending.set(organisationId, new Set([topic]));
    setTimeout(() => {
      const topics = [...(this.#pending.get(organisationId) ?? [])].sort();
      this.#pending.delete(organisationId);
      for (const listener of this.#listeners.get(organisationId) ?? []) listener(topics);
    }, GATHER_MS);
  }
}
