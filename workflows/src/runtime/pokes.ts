import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { POKE_SIGNAL } from '../contract/names.ts';

const pokeSignal = defineSignal(POKE_SIGNAL);

/** Remembers whether somebody said "look again": pokes carry no data, so one look answers any number of them. */
export class Pokes {
  #pending = false;

  constructor() {
    setHandler(pokeSignal, () => {
      this.#pending = true;
    });
  }

  get pending(): boolean {
    return this.#pending;
  }

  /** Whoever looks now answers all pokes so far; one that comes during the look counts for the next. */
  answer(): void {
    this.#pending = false;
  }

  /** Until the next poke or until `ms` of real time have passed; null: only a poke ends it. */
  async next(ms: number | null, summary: string): Promise<void> {
    if (this.#pending) return;
    if (ms === null) await condition(() => this.#pending);
    else await condition(() => this.#pending, Math.max(1, ms), { summary: shorten(summary) });
  }
}

/** Temporal refuses summaries over 200 bytes. */
export function shorten(summary: string): string {
  return summary.length > 200 ? `${summary.slice(0, 197)}…` : summary;
}
