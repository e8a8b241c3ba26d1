import { say } from './say.ts';

type Stop = () => Promise<void>;

/** What must be undone at the end: programs first, because they use the servers until their last moment. */
export class Stops {
  readonly #stages = { programs: [] as Stop[], servers: [] as Stop[], last: [] as Stop[] };

  add(stage: 'programs' | 'servers' | 'last', stop: Stop): void {
    this.#stages[stage].push(stop);
  }

  /** Runs them all, whatever fails on the way; says what did and returns whether all went well. */
  async run(): Promise<boolean> {
    let clean = true;
    for (const stage of [this.#stages.programs, this.#stages.servers, this.#stages.last]) {
      const outcomes = await Promise.allSettled(stage.splice(0).map((stop) => stop()));
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        clean = false;
        say((outcome.reason as Error).message);
      }
    }
    return clean;
  }
}
