/** Longest orderly end; what is left then is taken over by the next worker. */
const PATIENCE_MS = 10_000;

/**
 * Starts the program and ends it in order: on a signal, or when the channel to whoever started it closes. A program that
 * cannot start says why in one sentence.
 */
export async function untilToldToStop(start: () => Promise<() => Promise<void>>): Promise<void> {
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    process.once('disconnect', resolve);
  });
  try {
    const stop = await start();
    await told;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
