import path from 'node:path';
import { findChromium } from './chromium.ts';
import { buildWeb } from './supervisor/build-web.ts';
import { step } from './supervisor/say.ts';
import { findTemporal } from './temporal/find-binary.ts';

interface Lack {
  name: string;
  reason: string;
}

/** Fetches and builds what the tests need; the tests that lack something then fail, and the others still run. */
export async function prepareTests(checkout: string): Promise<Lack[]> {
  const lacks: Lack[] = [];
  const attempt = async (name: string, work: () => Promise<string>): Promise<void> => {
    try {
      await step(name, work, (detail) => detail);
    } catch (error) {
      lacks.push({ name, reason: (error as Error).message });
    }
  };
  await attempt('Temporal', async () => {
    const binary = await findTemporal({ env: process.env, binDir: path.join(checkout, '.relance', 'bin') });
    process.env.RELANCE_TEMPORAL_CLI = binary.path;
    return `${binary.version} (${binary.route})`;
  });
  await attempt('Chromium', async () => {
    process.env.RELANCE_CHROMIUM = await findChromium();
    return process.env.RELANCE_CHROMIUM;
  });
  await attempt('Web application', async () => {
    const built = await buildWeb(checkout, new AbortController().signal);
    return built ? 'built' : 'unchanged';
  });
  return lacks;
}
