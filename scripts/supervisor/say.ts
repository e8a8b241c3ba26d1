/** Tells the person at the terminal one thing. */
export type Say = (text: string) => void;

export const say: Say = (text) => {
  process.stdout.write(`${text}\n`);
};

/** Does one step of the start and says how long it took. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  describe: (done: T) => string = () => '',
): Promise<T> {
  const started = performance.now();
  const done = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const detail = describe(done);
  say(`  ${name.padEnd(16)} ${seconds.padStart(5)} s${detail ? `  ${detail}` : ''}`);
  return done;
}
